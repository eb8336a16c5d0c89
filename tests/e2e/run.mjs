// Runs the browser tests, one file after another: two browsers at once make timings on a small machine unsteady.
//
//   node tests/e2e/run.mjs [part of a file's name]…     against dist/, which `make build` makes

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DIST, E2E } from "./support.mjs";

const wanted = process.argv.slice(2);
const files = readdirSync(E2E).filter((name) => name.endsWith(".test.mjs") && (!wanted.length || wanted.some((part) => name.includes(part)))).sort();

if (!existsSync(join(DIST, "manifest.json"))) fail("dist/ is missing or unfinished: run 'make build' first");
if (!files.length) fail(`no test file in tests/e2e ${wanted.length ? `matches ${wanted.join(", ")}` : ""}`);

const options = ["--test", "--test-concurrency=1", "--test-reporter=spec"];
const { status } = spawnSync(process.execPath, [...options, ...files.map((name) => join(E2E, name))], { stdio: ["ignore", "inherit", "inherit"] });
process.exit(status ?? 1);

function fail(why) {
  console.error(`test-browser: ${why}`);
  process.exit(1);
}
