# `make help` lists the targets. Every step can be run by hand; nothing is hidden in the CI.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.NOTPARALLEL:
.DEFAULT_GOAL := help

# The pinned tools of scripts/setup come first.
CARGO_FOLDER := $(or $(CARGO_HOME),$(HOME)/.cargo)
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(CARGO_FOLDER)/bin:$(PATH)

WEB := --no-default-features --features web,api
WASM := --target wasm32-unknown-unknown
PORT ?= 8080

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what the build and the tests need; in a second where it is there already
	@scripts/setup test

setup-build:
	@scripts/setup build

serve: build ## install what is missing, build, and serve the article at http://127.0.0.1:8080
	@node tools/serve.mjs dist --port $(PORT)

dev: setup-build ## show the article while you work on it: what you change is in the open page within seconds
	@node tools/dev.mjs --port $(PORT)

# No path of the machine that builds stands in what readers get. Cargo splits RUSTFLAGS at spaces, which a folder's name
# may have; in CARGO_ENCODED_RUSTFLAGS the character 0x1f stands between flags.
build: setup-build ## the release build, in dist/
	@echo "build: trunk compiles the two modules, tools/package.mjs makes dist/"
	@rm -f dist/manifest.json # a build that fails must not leave an old one that looks finished
	@CARGO_ENCODED_RUSTFLAGS="$$(printf '%s\037%s' "--remap-path-prefix=$(CARGO_FOLDER)/registry/src=" "--remap-path-prefix=$(CURDIR)=")" \
	  env -u NO_COLOR trunk --skip-version-check build --release # trunk 0.21 stops at NO_COLOR=1

package: ## renew dist/ after a change to a script, style, page or language, without compiling
	@node tools/package.mjs dist

test: setup fmt test-scripts clippy doc test-native test-wasm types build test-browser size deny ## set up, then every check and test there is

fmt: ## is everything formatted? (cargo fmt mends it)
	@echo "fmt: cargo fmt --check"
	@cargo fmt --check

test-scripts: ## the scripts of this folder: setup, the counting in CI, the server, versions that must agree
	@echo "test-scripts: node --test"
	@node --test --test-reporter=spec tests/scripts/*.test.mjs

clippy: ## lints, natively and for the browser
	@echo "clippy: the sums alone, which know nothing of the web"
	@cargo clippy --quiet --locked --no-default-features --lib -- -D warnings
	@echo "clippy: the command line alone"
	@cargo clippy --quiet --locked --lib --bins -- -D warnings
	@echo "clippy: native"
	@cargo clippy --quiet --locked --all-targets --all-features -- -D warnings
	@echo "clippy: wasm32"
	@cargo clippy --quiet --locked $(WASM) $(WEB) --lib --bins --test web --test locale_web --test panels_web --test components_web -- -D warnings

doc: ## the documentation, without a warning
	@echo "doc: cargo doc"
	@RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --lib --all-features
	@RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --lib $(WASM) $(WEB)

test-native: ## the Rust tests that need no browser
	@echo "test-native: cargo test"
	@INSTA_UPDATE=no cargo test --locked --all-features --no-fail-fast

# chromedriver looks for a browser in places of its own, unless wasm-bindgen's test runner tells it one from a file.
test-wasm: ## the Rust tests inside a headless browser
	@echo "test-wasm: wasm-pack test --headless --chrome"
	@if [ -n "$${CHROMIUM:-}" ]; then \
	  chromium="$$(command -v "$$CHROMIUM")" || { echo "test-wasm: CHROMIUM is set to '$$CHROMIUM', which is no program" >&2; exit 1; }; \
	  mkdir -p target; \
	  node -p 'JSON.stringify({ "goog:chromeOptions": { binary: process.argv[1] } })' "$$chromium" >target/webdriver.json; \
	  export WASM_BINDGEN_TEST_WEBDRIVER_JSON="$(CURDIR)/target/webdriver.json"; \
	fi; \
	CHROMEDRIVER="$$(command -v chromedriver)" WASM_BINDGEN_TEST_TIMEOUT=120 \
	  wasm-pack test --headless --chrome --mode no-install -- --locked $(WEB) --test web --test locale_web --test panels_web --test components_web

types: ## the published types, checked on a sample
	@echo "types: tsc"
	@tsc --noEmit -p tests/types

test-browser: ## drive the built pages in dist/ with the system's Chromium
	@echo "test-browser: node tests/e2e/run.mjs"
	@node tests/e2e/run.mjs

size: ## what a reader downloads, against the budget
	@node tools/size.mjs dist

deny: ## licences, sources and duplicates of the crates, without the network
	@echo "deny: licences, bans and sources (the advisory database lies outside the registries: make advisories)"
	@cargo deny --offline --locked check --hide-inclusion-graph licenses bans sources

advisories: ## known faults in the crates; needs the RustSec database from GitHub
	@cargo deny --locked check advisories

shots: ## pictures of the built pages
	@scripts/setup shots
	@node tools/shots.mjs

corpus: ## how many figures of the passages in tests/corpus are read right, by language and kind
	@cargo test --locked --all-features --test corpus -- --nocapture --test-threads=1

bench: ## time the core
	@cargo bench --locked

bench-browser: ## time the built pages: from an input event to the updated text, on a slow processor
	@scripts/setup shots
	@node tools/bench.mjs

clean: ## remove what was built; the installed tools stay
	@rm -rf dist target

.PHONY: help setup setup-build serve dev build package test fmt test-scripts clippy doc test-native test-wasm types test-browser size deny advisories shots corpus bench bench-browser clean
