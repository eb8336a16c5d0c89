// What a reader downloads, against the budget: bytes after brotli at quality 11, which is how dist/*.br are made.
//
//   node tools/size.mjs [dist]        prints a table and says what is over its budget; exits 1 if something is

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = 300_000;
const AIM = 240_000;
/** The article that the budgets speak of: its disclosure, and the languages that it is published in. */
const ARTICLE = "ant-group-2021.json";
const LANGUAGES = ["en", "zh-CN"];

const dist = process.argv[2] ?? "dist";
const { assets } = readManifest(join(dist, "manifest.json"));
const { api, locales } = assets;

const near = ["embed.js", assets.live, assets.style, ARTICLE].map(measure);
const widget = [assets.wasm, assets.glue].map(measure);
const words = Object.values(locales).map(measure);
const total = (rows) => rows.reduce((sum, { brotli }) => sum + brotli, 0);

const WIDTH = 32;
const number = (value) => value.toLocaleString("en-GB").padStart(11);
const table = (title, rows) => {
  console.log(`\n${title}`);
  for (const { name, raw, gzip, brotli } of rows) console.log(`${name.padEnd(WIDTH)}${number(raw)}${number(gzip)}${number(brotli)}`);
};
console.log(`${"bytes".padEnd(WIDTH)}${["raw", "gzip", "brotli"].map((name) => name.padStart(11)).join("")}`);
table("the loader, the script, the style sheet, the disclosure", near);
table("the widget, its panels with it", widget);
table("one of the languages", words);
table("for scripts only: the sums alone", [api.wasm, api.glue].map(measure));

console.log();
for (const lang of LANGUAGES) {
  const brotli = total([...near, ...widget, measure(locales[lang])]);
  const verdict = brotli > BUDGET ? `OVER by ${brotli - BUDGET}` : brotli > AIM ? `within, ${brotli - AIM} above the aim of ${AIM}` : "within";
  console.log(`size: a reader who changes a number (${lang}): ${brotli} of ${BUDGET} B brotli, ${verdict}`);
  if (brotli > BUDGET) process.exitCode = 1;
}

function measure(name) {
  const bytes = readFileSync(join(dist, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
}

function readManifest(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    console.error(`size: ${path} is missing or unreadable: run 'make build' first`);
    process.exit(1);
  }
}
