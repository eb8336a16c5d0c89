// A version that stands in several files is the same in each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { text } from "./sandbox.mjs";

const setup = (name) => the("scripts/setup", new RegExp(`^${name}=(\\S+)`, "m"));
const packages = JSON.parse(text("package.json"));
const locked = JSON.parse(text("package-lock.json")).packages;

/** The one thing that a pattern finds in a file. */
function the(path, pattern) {
  const found = text(path).match(pattern);
  assert.ok(found, `${path} has nothing like ${pattern}`);
  return found[1];
}

/** The version of a crate in Cargo.lock. */
const crate = (name) => the("Cargo.lock", new RegExp(`^name = "${name}"\\nversion = "([^"]+)"$`, "m"));

test("Rust", () => {
  const rust = setup("rust_needed");
  assert.equal(the("Cargo.toml", /^rust-version = "([^"]+)"$/m), rust);
  assert.equal(the("README.md", /\[rustup\]\([^)]*\) with Rust (\d+\.\d+)/), rust);
});

test("wasm-bindgen: the tool writes the glue for the crate of the same release only", () => {
  const version = setup("wasm_bindgen_version");
  assert.equal(the("Cargo.toml", /^wasm-bindgen = \{ version = "=([^"]+)"/m), version);
  assert.equal(the("Trunk.toml", /^wasm_bindgen = "([^"]+)"$/m), version);
  assert.equal(crate("wasm-bindgen"), version);
});

test("the crates that are released with wasm-bindgen are pinned as Cargo.lock has them", () => {
  const pinned = [...text("Cargo.toml").matchAll(/^([a-z-]+) = (?:"=([^"]+)"|\{ version = "=([^"]+)")/gm)];
  assert.deepEqual([...new Set(pinned.map(([, name]) => name))].sort(), ["js-sys", "wasm-bindgen", "wasm-bindgen-futures", "wasm-bindgen-test", "web-sys"]);
  for (const [, name, plain, inTable] of pinned) assert.equal(crate(name), plain ?? inTable, name);
});

test("Trunk", () => {
  assert.equal(the("Trunk.toml", /^trunk-version = ">=([^"]+)"$/m), setup("trunk_version"));
});

test("wasm-opt", () => {
  const { binaryen } = packages.devDependencies;
  assert.equal(the("Trunk.toml", /^wasm_opt = "version_(\d+)"$/m), binaryen.split(".")[0]);
  assert.equal(locked["node_modules/binaryen"].version, binaryen);
});

test("the npm tools: package-lock.json is package.json's", () => {
  assert.deepEqual(locked[""].devDependencies, packages.devDependencies);
  for (const [name, version] of Object.entries(packages.devDependencies)) assert.equal(locked[`node_modules/${name}`].version, version, name);
});

test("Node: what vite needs is what is asked for, checked and told", () => {
  const { node } = packages.engines;
  assert.equal(locked[""].engines.node, node);
  assert.equal(locked["node_modules/vite"].engines.node, node);
  const [, twenty, newer] = node.match(/^\^(20\.\d+)\.0 \|\| >=(\d+\.\d+)\.0$/);
  assert.equal(setup("node_20_needed"), twenty);
  assert.equal(setup("node_needed"), newer);
  assert.ok(text("README.md").replaceAll(/\s+/g, " ").includes(`Node 20 (${twenty} or newer) or Node ${newer} or newer`), "README.md says the same");
});
