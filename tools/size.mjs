// What a reader downloads, against the budget: bytes after brotli at quality 11, which is how dist/*.br are made.
//
//   node tools/size.mjs [dist]        prints a table; exits 1 when a line is over its budget

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = { loader: 2_000, widget: 120_000 };
const AIM = { widget: 100_000 };

const dist = process.argv[2] ?? "dist";
const manifest = readManifest(join(dist, "manifest.json"));
const { live, glue, wasm, style, locales } = manifest.assets;

const rows = ["embed.js", live, glue, wasm, style, ...Object.values(locales)].map(measure);
const brotliOf = (...names) => rows.filter(({ name }) => names.includes(name)).reduce((sum, { brotli }) => sum + brotli, 0);
const sums = [
  { name: "loader (embed.js)", brotli: brotliOf("embed.js"), budget: BUDGET.loader },
  { name: "widget (wasm + glue)", brotli: brotliOf(wasm, glue), budget: BUDGET.widget, aim: AIM.widget },
];

const number = (value) => value.toLocaleString("en-GB").padStart(11);
const width = Math.max(...rows.map(({ name }) => name.length), 28);
console.log(`${"bytes".padEnd(width)}${"raw".padStart(11)}${"gzip".padStart(11)}${"brotli".padStart(11)}`);
for (const { name, raw, gzip, brotli } of rows) console.log(`${name.padEnd(width)}${number(raw)}${number(gzip)}${number(brotli)}`);
console.log();
for (const { name, brotli, budget, aim } of sums) {
  const verdict = brotli > budget ? `OVER by ${brotli - budget}` : aim && brotli > aim ? `within, ${brotli - aim} above the aim of ${aim}` : "within";
  console.log(`size: ${name}: ${brotli} of ${budget} B brotli, ${verdict}`);
}
if (sums.some(({ brotli, budget }) => brotli > budget)) process.exit(1);

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
