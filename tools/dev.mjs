// Shows the article while you work on it: builds without optimising, serves, watches, builds again what a change needs,
// and lets the open pages load themselves again.
//
//   node tools/dev.mjs [--port 8080]
//
// The compiler keeps a folder of its own, target/dev: `make build` and the tests do not wait for it, nor it for them.

import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "./serve.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGES = join(ROOT, "target/dev/pages");
const BOUND = join(ROOT, "target/dev/bound");
/** What a change in each of these asks for: compiling, or only putting the pages together again. */
const COMPILED = ["src", "build", "data/factors", "locales"];
const PACKED = ["embed", "styles", "data/disclosures"];
/** Editors write a file in several steps; what comes within this many milliseconds is one change. */
const STEPS = 100;

// Without what a debugger needs: it makes the wasm ten times as large.
const env = { ...process.env, CARGO_PROFILE_DEV_DEBUG: "0", CARGO_PROFILE_DEV_STRIP: "debuginfo" };
const WASM = ["build", "--quiet", "--locked", "--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "web", "--bin", "widget", "--target-dir", "target/dev/wasm"];
const NATIVE = ["build", "--quiet", "--locked", "--bin", "emissions", "--target-dir", "target/dev/native"];

const { values } = parseArgs({ options: { port: { type: "string", default: "8080" } } });
const server = await serve({ roots: [PAGES], port: Number(values.port), reload: "/reload" }).catch((error) => {
  const why = error.code === "EADDRINUSE" ? `port ${values.port} is taken: choose another (make dev PORT=8081)` : error.message;
  console.error(`dev: ${why}`);
  process.exit(1);
});

let needs = { compiling: true };
let timer;
for (const path of COMPILED) watch(join(ROOT, path), { recursive: true }, () => change({ compiling: true }));
for (const path of PACKED) watch(join(ROOT, path), { recursive: true }, () => change({}));
watch(ROOT, (_, name) => {
  if (name === "build.rs" || name === "Cargo.toml") change({ compiling: true });
  if (name?.endsWith(".html")) change({});
});
console.log(`dev: the first build compiles every crate and takes minutes; then ${server.url}/ (stop with Ctrl-C)`);
await renew();

function change(wish) {
  needs = { ...needs, ...wish };
  clearTimeout(timer);
  timer = setTimeout(renew, STEPS);
}

/** Builds what the changes since the last time need. One that comes meanwhile is seen to afterwards. */
async function renew() {
  if (renew.isRunning) return;
  renew.isRunning = true;
  while (needs) {
    const { compiling } = needs;
    needs = undefined;
    const begun = Date.now();
    try {
      if (compiling) await compile();
      await pack();
      console.log(`dev: ${server.url}/ is up to date (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
      server.reload();
    } catch (error) {
      console.error(`dev: ${error.message}; the pages stay as they were until the next change`);
    }
  }
  renew.isRunning = false;
}

async function compile() {
  await Promise.all([run("cargo", WASM), run("cargo", NATIVE)]);
  await run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", BOUND, join(ROOT, "target/dev/wasm/wasm32-unknown-unknown/debug/widget.wasm")]);
}

async function pack() {
  mkdirSync(PAGES, { recursive: true });
  for (const file of ["widget.js", "widget_bg.wasm"]) copyFileSync(join(BOUND, file), join(PAGES, file));
  await run("node", ["tools/package.mjs", PAGES, "--dev"], { EMISSIONS_BIN: join(ROOT, "target/dev/native/debug/emissions") });
}

function run(program, args, more) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...env, ...more }, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`${program} failed`))));
  });
}
