// What a reader downloads, against the budget: bytes after brotli at quality 11, which is how dist/*.br are made.
//
//   node tools/size.mjs [dist]        prints a table and says what is over its budget; exits 1 if something is

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/**
 * What a reader may download: who only reads, and in all who changes a number. Reading is to cost 16,000 B at most and is
 * not there yet: until it is, `most` is what has been reached, and may only become less.
 */
const BUDGETS = { read: { most: 18_100, aim: 16_000 }, change: { most: 300_000, aim: 240_000 } };
/** The article that the budgets speak of: its disclosure, and the languages that it is published in. */
const ARTICLE = "ant-group-2021";
const LANGUAGES = ["en", "zh-CN"];

const dist = process.argv[2] ?? "dist";
const { assets } = readManifest(join(dist, "manifest.json"));
const { api, locales } = assets;

const near = ["embed.js", assets.drawn, assets.style].map(measure);
const snapshots = Object.fromEntries(LANGUAGES.map((lang) => [lang, measure(`${ARTICLE}.${lang}.snapshot.json`)]));
const disclosure = measure(`${ARTICLE}.json`);
const live = [assets.live, assets.glue, assets.wasm].map(measure);
const words = Object.values(locales).map(measure);
const total = (rows) => rows.reduce((sum, { brotli }) => sum + brotli, 0);

const WIDTH = 32;
const number = (value) => value.toLocaleString("en-GB").padStart(11);
const table = (title, rows) => {
  console.log(`\n${title}`);
  for (const { name, raw, gzip, brotli } of rows) console.log(`${name.padEnd(WIDTH)}${number(raw)}${number(gzip)}${number(brotli)}`);
};
console.log(`${"bytes".padEnd(WIDTH)}${["raw", "gzip", "brotli"].map((name) => name.padStart(11)).join("")}`);
table("drawn: the loader on every page; script and style sheet once an element is near", near);
table("with them a snapshot, and the disclosure that it is checked against", [...Object.values(snapshots), disclosure]);
table("live, once a reader touches it: script, glue and wasm, the panels with it", live);
table("with them one of the languages", words);
table("for scripts only: the sums alone", [api.wasm, api.glue].map(measure));

console.log();
for (const lang of LANGUAGES) {
  const read = total([...near, snapshots[lang]]);
  hold(`a reader who only reads (${lang}; the disclosure is ${disclosure.brotli} B more)`, read, BUDGETS.read);
  hold(`a reader who changes a number, in all (${lang})`, read + total([disclosure, ...live, measure(locales[lang])]), BUDGETS.change);
}

function hold(who, brotli, { most, aim }) {
  const verdict = brotli > most ? `OVER by ${brotli - most}` : brotli > aim ? `within, ${brotli - aim} above the aim of ${aim}` : "within";
  console.log(`size: ${who}: ${brotli} of ${most} B brotli, ${verdict}`);
  if (brotli > most) process.exitCode = 1;
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
