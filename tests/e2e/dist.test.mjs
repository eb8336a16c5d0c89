// What `make build` leaves in dist/: complete, named and hashed as the manifest says. Needs no browser.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { DIST, ROOT, serve } from "./support.mjs";

const read = (...path) => readFileSync(join(DIST, ...path));
const json = (...path) => JSON.parse(read(...path));
const integrity = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
const manifest = json("manifest.json");
const pages = readdirSync(DIST).filter((name) => name.endsWith(".html"));

test("the manifest lists every file with its size and hash", () => {
  const made = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length + 1))
    .filter((name) => !name.startsWith("npm/") && !/\.(br|gz)$/.test(name) && name !== "manifest.json");
  assert.deepEqual(Object.keys(manifest.files), made.sort());
  for (const [name, stated] of Object.entries(manifest.files)) {
    assert.equal(stated.bytes, read(name).length, name);
    assert.equal(stated.integrity, integrity(read(name)), name);
  }
});

test("no file tells where it was built", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const cargo = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry");
  for (const name of Object.keys(manifest.files)) for (const path of [root, cargo]) assert.ok(!read(name).includes(path), `${name} has ${path}`);
  // A panic names files: ours and those of crates from a folder that every machine has, and the compiler's own.
  for (const name of Object.keys(manifest.files).filter((name) => name.endsWith(".wasm"))) {
    const named = read(name).toString("latin1").match(/[\w./-]+\.rs\b/g) ?? [];
    assert.deepEqual(named.filter((path) => path.startsWith("/") && !/^\/rust(c\/[0-9a-f]{40}|\/deps)\//.test(path)), [], name);
  }
});

test("each precompressed file holds the same bytes", () => {
  for (const name of Object.keys(manifest.files)) {
    assert.ok(brotliDecompressSync(read(`${name}.br`)).equals(read(name)), name);
    assert.ok(gunzipSync(read(`${name}.gz`)).equals(read(name)), name);
  }
});

test("every published disclosure has a snapshot in every language, made of names that the script takes", () => {
  const { tags, attributes } = JSON.parse(readFileSync(join(ROOT, "embed/names.json"), "utf8"));
  const [isTag, isAttribute] = [tags, attributes].map((names) => new Set(names.split(" ")));
  const check = (node, file) => {
    if (typeof node === "string") return;
    const [tag, ...rest] = node;
    assert.ok(tag === "" || isTag.has(tag), `<${tag}> in ${file}`);
    if (rest[0] && typeof rest[0] === "object" && !Array.isArray(rest[0]))
      for (const name of Object.keys(rest.shift())) assert.ok(isAttribute.has(name) || /^(aria|data)-[a-z]+$/.test(name), `${name}="…" in ${file}`);
    rest.forEach((one) => check(one, file));
  };
  const disclosures = Object.keys(manifest.files).filter((name) => name.endsWith(".oembed.json")).map((name) => name.replace(".oembed.json", ""));
  assert.ok(disclosures.length >= 10);
  for (const id of disclosures)
    for (const lang of Object.keys(manifest.assets.locales))
      for (const view of ["", ".compact", ".sentence"]) {
        const file = `${id}.${lang}${view}.snapshot.json`;
        const { tree } = JSON.parse(read(file));
        assert.ok(tree.length, file);
        tree.forEach((node) => check(node, file));
      }
});

test("a name in assets/ holds its content's hash, and the loader names what is there", () => {
  const loader = read("embed.js").toString();
  const { api, ...widget } = manifest.assets;
  const forScripts = [api.glue, api.wasm];
  for (const name of readdirSync(join(DIST, "assets")).filter((name) => !/\.(br|gz)$/.test(name))) {
    const hash = createHash("sha256").update(read("assets", name)).digest("hex");
    assert.match(name, new RegExp(`-${hash.slice(0, 10)}\\.`));
    assert.equal(loader.includes(`assets/${name}`), !forScripts.includes(`assets/${name}`), `${name} in embed.js`);
  }
  for (const part of ["live", "glue", "wasm", "style"]) {
    assert.equal(widget[`${part}Integrity`], integrity(read(widget[part])));
    assert.ok(loader.includes(widget[`${part}Integrity`]), part);
  }
  for (const part of ["glue", "wasm"]) assert.equal(api[`${part}Integrity`], integrity(read(api[part])));
});

test("the pinned loader is the loader, and its snippet's hash is right", () => {
  assert.ok(read(manifest.pinned.file).equals(read("embed.js")));
  assert.ok(manifest.pinned.snippet.includes(`integrity="${integrity(read("embed.js"))}"`));
});

test("no page keeps an unfilled fallback or a link for Trunk", () => {
  assert.ok(pages.includes("index.html") && pages.includes("frame.html"));
  for (const page of pages) assert.doesNotMatch(read(page).toString(), /<!--\s*emissions\s|data-trunk|__ASSETS__/, page);
});

test("each published disclosure has an oEmbed document with an absolute frame", () => {
  const documents = Object.keys(manifest.files).filter((name) => name.endsWith(".oembed.json"));
  assert.ok(documents.length > 0);
  for (const name of documents) {
    const { version, type, html, title } = json(name);
    assert.deepEqual([version, type], ["1.0", "rich"]);
    assert.match(html, /^<iframe src="https?:\/\/[^"]+frame\.html#src=[^"]+\.json" title="[^"]+"/);
    assert.ok(title);
    assert.ok(existsSync(join(DIST, name.replace(".oembed.json", ".json"))));
    const page = read(name.replace(".oembed.json", ".html")).toString();
    const link = page.match(/<link rel="alternate" type="application\/json\+oembed" title="[^"]+" href="(https?:[^"]+)">/);
    assert.ok(link?.[1].endsWith(`/${name}`), `${name} is linked from its page`);
  }
});

test("the package has every file that it names", () => {
  const { exports, types, sideEffects, version } = json("npm/package.json");
  assert.equal(version, manifest.version);
  const named = [types, ...sideEffects, ...Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry)))];
  for (const path of [...named.filter((path) => !path.includes("*")), "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(existsSync(join(DIST, "npm", path)), path);
  for (const [path] of read("npm/embed.js").toString().matchAll(/assets\/[\w.-]+/g)) assert.ok(existsSync(join(DIST, "npm", path)), path);
});

test("the test server gives the right types and nothing outside its folder", async (t) => {
  const server = await serve({ roots: [DIST] });
  t.after(() => server.close());
  const type = async (path) => (await fetch(`${server.url}/${path}`)).headers.get("content-type");
  assert.equal(await type(manifest.assets.wasm), "application/wasm");
  assert.equal(await type("embed.js"), "text/javascript; charset=utf-8");
  assert.equal((await fetch(`${server.url}/..%2fCargo.toml`)).status, 404);
  assert.equal((await fetch(`${server.url}/embed.js?serve-status=503`)).status, 503);
});
