// What a reader downloads, against the budget: bytes after brotli at quality 11, which is how dist/*.br are made.
//
//   node tools/size.mjs [dist]        prints a table and says what is over its budget; exits 1 if something is

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = { loader: 2_000, widget: 120_000 };
const AIM = 100_000;

const dist = process.argv[2] ?? "dist";
const { assets } = readManifest(join(dist, "manifest.json"));
const { details, api, locales } = assets;

const loader = [measure("embed.js")];
const widget = [assets.wasm, assets.glue].map(measure);
const rest = [assets.live, assets.style].map(measure);
const words = Object.values(locales).map(measure);
const total = (rows) => rows.reduce((sum, { brotli }) => sum + brotli, 0);
const article = [...loader, ...widget, ...rest, words.find(({ name }) => name === locales.en)];

const WIDTH = 32;
const number = (value) => value.toLocaleString("en-GB").padStart(11);
const table = (title, rows) => {
  console.log(`\n${title}`);
  for (const { name, raw, gzip, brotli } of rows) console.log(`${name.padEnd(WIDTH)}${number(raw)}${number(gzip)}${number(brotli)}`);
};
console.log(`${"bytes".padEnd(WIDTH)}${["raw", "gzip", "brotli"].map((name) => name.padStart(11)).join("")}`);
table("on every page with the element, at once", loader);
table("once an element comes near", widget);
table("with them, beside the budget: script, style, and one of the languages", [...rest, ...words]);
table("once the reader is there: the panels", [details.wasm, details.glue].map(measure));
table("for scripts only: the sums alone", [api.wasm, api.glue].map(measure));

console.log(`
The budget counts the loader, which every page pays for, and the widget's wasm with its glue, which is what code costs
until the widget runs. The rest is listed. An article in English loads ${total(article).toLocaleString("en-GB")} B in all until then.`);
const sums = [
  { name: "loader (embed.js)", brotli: total(loader), budget: BUDGET.loader },
  { name: "widget (wasm + glue)", brotli: total(widget), budget: BUDGET.widget, aim: AIM },
];
for (const { name, brotli, budget, aim } of sums) {
  const verdict = brotli > budget ? `OVER by ${brotli - budget}` : aim && brotli > aim ? `within, ${brotli - aim} above the aim of ${aim}` : "within";
  console.log(`size: ${name}: ${brotli} of ${budget} B brotli, ${verdict}`);
  if (brotli > budget) process.exitCode = 1;
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
