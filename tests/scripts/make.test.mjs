// The Makefile and the scripts as bash reads them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT, sandbox, text } from "./sandbox.mjs";

const MAKEFILE = text("Makefile");
const TARGETS = [...MAKEFILE.matchAll(/^([a-z-]+):(?!=)/gm)].map(([, name]) => name);
const DOCUMENTED = [...MAKEFILE.matchAll(/^([a-z-]+):.*## /gm)].map(([, name]) => name);
const { PATH } = process.env;

function make(args, { cwd = ROOT, env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync("make", args, { cwd, env: { PATH, HOME: "/nowhere", ...env }, encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

/** The Makefile in a folder whose name has a space, with a stand-in for one tool and for setup. */
function elsewhere(t, tool, script) {
  const box = sandbox(t, "a folder");
  box.copy("Makefile");
  box.program("scripts/setup", "");
  box.program(`.tools/bin/${tool}`, script);
  return box;
}

test("every script is bash", () => {
  const scripts = [".ci", "scripts", "tools", "fuzz"].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name)))
    .filter((path) => statSync(join(ROOT, path)).isFile() && /^#!.*\b(ba)?sh\b/.test(text(path)));
  assert.ok(scripts.includes("scripts/setup") && scripts.includes(".ci/run"), scripts.join(", "));
  for (const path of scripts) {
    const { status, stderr } = spawnSync("bash", ["-n", join(ROOT, path)], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  }
});

test("every recipe is bash", () => {
  for (const target of DOCUMENTED) {
    const { status, stderr } = spawnSync("bash", ["-n"], { input: make(["-n", target]), encoding: "utf8" });
    assert.equal(status, 0, `${target}: ${stderr}`);
  }
});

test("make help names every target with a description, and make alone is make help", () => {
  const help = make(["help"]);
  const named = [...help.matchAll(/^ {2}make ([a-z-]+) +\S/gm)].map(([, name]) => name);
  assert.deepEqual(named, DOCUMENTED);
  assert.equal(make([]), help);
});

test("every target is phony, and documented unless it is a part of another", () => {
  assert.deepEqual(TARGETS.filter((name) => !DOCUMENTED.includes(name)), ["setup-build"]);
  assert.deepEqual(MAKEFILE.match(/^\.PHONY: (.*)$/m)[1].split(" "), TARGETS);
});

test("the targets that the documentation names are there", () => {
  const pages = ["README.md", ...readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
  const named = pages.flatMap((page) => [...text(page).matchAll(/(?:`|^ {4})make ([a-z-]+)/gm)].map(([, name]) => [page, name]));
  assert.ok(named.length > 4);
  for (const [page, name] of named) assert.ok(DOCUMENTED.includes(name), `${page} names make ${name}`);
});

test("make test runs every test and check that CI is to see", () => {
  const steps = MAKEFILE.match(/^test: (.*?) ##/m)[1].split(" ");
  assert.deepEqual(steps.slice(0, 3), ["setup", "fmt", "test-scripts"]);
  for (const name of TARGETS.filter((each) => each.startsWith("test-"))) assert.ok(steps.includes(name), name);
});

test("the build keeps the machine's paths out of the wasm, also where they have spaces", (t) => {
  const box = elsewhere(t, "trunk", `printf '%s' "$CARGO_ENCODED_RUSTFLAGS" >flags; echo "\${NO_COLOR-unset}" >color`);
  make(["build"], { cwd: box.path, env: { HOME: "/home/a user", NO_COLOR: "1" } });
  assert.deepEqual(box.read("flags").split("\x1f"), ["--remap-path-prefix=/home/a user/.cargo/registry/src=", `--remap-path-prefix=${box.path}=`]);
  assert.equal(box.read("color"), "unset\n");
  make(["build"], { cwd: box.path, env: { CARGO_HOME: "/opt/cargo home" } });
  assert.equal(box.read("flags").split("\x1f")[0], "--remap-path-prefix=/opt/cargo home/registry/src=");
});

test("the tests in wasm run in the browser that CHROMIUM names", (t) => {
  const box = elsewhere(t, "wasm-pack", `cat "\${WASM_BINDGEN_TEST_WEBDRIVER_JSON:-/dev/null}" >seen`);
  box.program(".tools/bin/chromedriver", "");
  box.program('my "own" browser', "");
  const CHROMIUM = join(box.path, 'my "own" browser');
  make(["test-wasm"], { cwd: box.path, env: { CHROMIUM } });
  assert.deepEqual(JSON.parse(box.read("seen")), { "goog:chromeOptions": { binary: CHROMIUM } });
  make(["test-wasm"], { cwd: box.path });
  assert.equal(box.read("seen"), "", "without it chromedriver looks for itself");
  const { status, stderr } = spawnSync("make", ["test-wasm"], { cwd: box.path, env: { PATH, CHROMIUM: "/nowhere/chrome" }, encoding: "utf8" });
  assert.equal(status, 2);
  assert.match(stderr, /^test-wasm: CHROMIUM is set to '\/nowhere\/chrome', which is no program$/m);
});
