// Turns what Trunk built into what a newsroom hosts. Trunk calls it as its post_build hook; it also runs by hand:
//
//   node tools/package.mjs [staging folder] [--dev]
//
// With --dev (`make dev`) nothing is compressed, and the folder needs no module but the widget.
//
// It reads the compiled modules from the staging folder and everything else from the project, and leaves there
//
//   *.html page.css             the pages, each static fallback filled in by the command line `emissions`
//   embed.js embed-<hash>.js    the loader: a stable name, and the same bytes under a name for `integrity`
//   frame.html frame.js         the page inside the iframe, and frame-parent.js for the page around it
//   <disclosure>.json …         what `emissions publish` makes of the published disclosures: for each a snapshot and
//                               static versions in every language, and an oEmbed document; and their schema
//   assets/                     what the loader fetches; a name holds its content's hash and may be cached for ever
//   manifest.json               every file with its size and its hash for `integrity`
//   npm/                        the same as a package, under plain names
//
// and beside each text and wasm file its .br and .gz. EMISSIONS_PUBLIC_URL is the address that the oEmbed documents
// name (they need an absolute one).

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { emissions } from "./emissions.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PUBLIC_URL = process.env.EMISSIONS_PUBLIC_URL ?? "http://127.0.0.1:8080/";
// es2022 is what every browser with constructed style sheets and Intl on decimal strings understands.
const SCRIPT = { target: "es2022", format: "esm", minify: true, charset: "utf8", legalComments: "none", logLevel: "silent" };

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { dev: { type: "boolean", default: false } } });
const out = process.env.TRUNK_STAGING_DIR ?? positionals[0] ?? join(ROOT, "dist");

const LOADER = "embed/embed.js";
/** The compiled modules: the one that readers load, and the sums for a newsroom's own scripts. */
const MODULES = options.dev ? ["widget"] : ["widget", "api"];

/** A fault in the inputs: told in one line, without a stack. */
class Fault extends Error {}

async function pack() {
  const version = versionOfCrate();
  // A second run, after a change to a script, a style, a page or a language, finds the compiled modules in the package.
  const again = !existsSync(join(out, "widget.js")) && existsSync(join(out, "npm/assets/widget.js"));
  const built = again ? join(out, "npm/assets") : out;
  const module = (name) => [name, { glue: text(join(built, `${name}.js`)), wasm: bytes(join(built, `${name}_bg.wasm`)) }];
  const parts = {
    modules: Object.fromEntries(MODULES.map(module)),
    drawn: await script("embed/drawn.js", { __BUILD__: JSON.stringify(buildOf()) }),
    live: await script("embed/live.js"),
    style: await styleSheet("styles/widget.css"),
    locales: namesIn("locales", ".toml").map((lang) => [lang, emissions("locale", lang)]),
  };

  clear();
  const { assets, api } = await writeAssets(parts, (name, content, extension) => `assets/${name}-${shortHash(content)}.${extension}`);
  const loader = await script(LOADER, { __ASSETS__: JSON.stringify(assets) });
  if (!loader.includes(assets.wasm)) throw new Fault(`${LOADER} never reads __ASSETS__: the loader would not know its files`);
  const pinned = `embed-${shortHash(loader)}.js`;
  write("embed.js", loader);
  write(pinned, loader);
  write("frame.js", await script("embed/frame.js"));
  write("frame.html", pageOf("embed/frame.html"));
  write("frame-parent.js", await script("embed/frame-parent.js"));
  write("page.css", await styleSheet("styles/page.css"));
  for (const page of namesIn(".", ".html")) write(`${page}.html`, pageOf(`${page}.html`));
  const files = namesIn("data/disclosures", ".json").map((id) => join("data/disclosures", `${id}.json`));
  const views = ["full", "compact", "sentence"].flatMap((view) => ["--view", view]);
  emissions("publish", ...files, "--to", resolve(out), "--url", PUBLIC_URL, ...views);
  write("disclosure.schema.json", emissions("schema"));
  if (!options.dev) await writePackage(version, parts);

  for (const name of MODULES) for (const file of [`${name}.js`, `${name}_bg.wasm`]) rmSync(join(out, file), { force: true });
  writeManifest(version, { ...assets, api }, pinned, integrity(loader));
}

/** Writes the files under the names that `nameOf` gives. Returns what the loader has to know of them, and the API's apart. */
async function writeAssets({ modules, drawn, live, style, locales }, nameOf) {
  const put = (name, content, extension) => {
    const path = nameOf(name, content, extension);
    write(path, content);
    return path;
  };
  const compiled = async (name) => {
    const { glue, wasm } = modules[name];
    const wasmPath = put(name, wasm, "wasm");
    // The glue names its wasm, so that it works by itself and its own hash changes whenever the wasm does.
    const code = await minified(glue.replaceAll(`${name}_bg.wasm`, basename(wasmPath)));
    return { glue: put(name, code, "js"), glueIntegrity: integrity(code), wasm: wasmPath, wasmIntegrity: integrity(wasm) };
  };
  const assets = {
    drawn: put("drawn", drawn, "js"),
    drawnIntegrity: integrity(drawn),
    live: put("live", live, "js"),
    liveIntegrity: integrity(live),
    ...(await compiled("widget")),
    style: put("widget", style, "css"),
    styleIntegrity: integrity(style),
    locales: Object.fromEntries(locales.map(([lang, json]) => [lang, put(`locale-${lang}`, json, "json")])),
  };
  return { assets, api: modules.api && (await compiled("api")) };
}

/** The npm package: the same files under plain names, since a package's version already tells one from another. */
async function writePackage(version, parts) {
  const { assets: inPackage } = await writeAssets(parts, (name, _, extension) => `npm/assets/${name}${extension === "wasm" ? "_bg" : ""}.${extension}`);
  const assets = JSON.parse(JSON.stringify(inPackage).replaceAll('"npm/assets/', '"assets/'));
  write("npm/embed.js", await minified(text(join(ROOT, LOADER)).replace("= __ASSETS__", () => `= ${forBundlers(assets)}`)));
  for (const file of ["embed/embed.d.ts", "embed/widget.d.ts", "embed/api.d.ts", "LICENSE-MIT", "LICENSE-APACHE"]) write(`npm/${basename(file)}`, text(join(ROOT, file)));
  // What a package's readers look for first, and all of it is about using this one.
  write("npm/README.md", text(join(ROOT, "docs/embedding.md")));
  write("npm/disclosure.schema.json", text(join(out, "disclosure.schema.json")));
  const description = {
    name: "emissions-calculator",
    version,
    description: "Greenhouse gas equivalences and scope breakdowns, computed in the reader's browser, beside the claim they check.",
    license: "MIT OR Apache-2.0",
    type: "module",
    types: "./embed.d.ts",
    exports: {
      ".": { types: "./embed.d.ts", default: "./embed.js" },
      ...Object.fromEntries(MODULES.map((name) => [`./${name}`, { types: `./${name}.d.ts`, default: `./assets/${name}.js` }])),
      "./assets/*": "./assets/*",
      "./disclosure.schema.json": "./disclosure.schema.json",
      "./package.json": "./package.json",
    },
    // Importing the loader defines the elements: a bundler must not drop it.
    sideEffects: ["./embed.js"],
  };
  write("npm/package.json", `${JSON.stringify(description, null, 2)}\n`);
}

/**
 * The assets as bundlers understand them: each path a literal in `new URL("…", import.meta.url)`, which Vite, webpack
 * and Parcel copy beside their output and rewrite. Without hashes: a development server changes what it serves.
 */
function forBundlers(assets) {
  const url = (path) => `new URL(${JSON.stringify(`./${path}`)}, import.meta.url).href`;
  const property = ([key, value]) => `${JSON.stringify(key)}: ${typeof value === "object" ? object(value) : url(value)}`;
  const object = (values) => `{${Object.entries(values).filter(([key]) => !key.endsWith("Integrity")).map(property)}}`;
  return object(assets);
}

/** A hand-written script with what it imports, minified; `define` gives what stands in place of the names in capitals. */
async function script(path, define) {
  bytes(join(ROOT, path)); // says what is missing in our own words
  const options = { ...SCRIPT, entryPoints: [path], absWorkingDir: ROOT, bundle: true, write: false, external: ["./embed.js"], define };
  return (await told(build(options))).outputFiles[0].text;
}

/** A style sheet with what it imports, minified. */
async function styleSheet(path) {
  bytes(join(ROOT, path)); // says what is missing in our own words
  // Bundled, so that what it imports comes along: a constructed style sheet may not import.
  const options = { entryPoints: [path], absWorkingDir: ROOT, bundle: true, write: false, minify: true, charset: "utf8", logLevel: "silent" };
  return (await told(build(options))).outputFiles[0].text.trim();
}

const minified = async (source) => (await told(transform(source, SCRIPT))).code;

/** esbuild's own message names file and line: no stack of ours beside it. */
const told = (promise) => promise.catch((error) => { throw new Fault(error.message); });

/**
 * One of the project's pages, without the links that are for Trunk only, and each
 * `<!-- emissions render FILE --as embed --lang LANG -->` giving way to what that command prints.
 */
function pageOf(path) {
  return text(join(ROOT, path))
    .replace(/[ \t]*<link\b[^>]*\bdata-trunk\b[^>]*>\n?/g, "")
    .replace(/<!--\s*emissions\s+(render\s.*?)\s*-->/gs, (_, args) => emissions(...args.split(/\s+/)).trim());
}

/** Removes what an earlier run left under names that this one may not use again. */
function clear() {
  for (const name of existsSync(out) ? readdirSync(out) : []) {
    if (["assets", "npm"].includes(name) || /^embed-\w+\.js/.test(name) || /\.(br|gz)$/.test(name)) rmSync(join(out, name), { recursive: true });
  }
}

function writeManifest(version, assets, pinned, loaderIntegrity) {
  const compressible = /\.(css|html|js|json|svg|txt|wasm)$/;
  const files = {};
  for (const path of filesUnder(out).filter((name) => !name.startsWith("npm/") && !/\.(br|gz)$/.test(name) && name !== "manifest.json").sort()) {
    const content = bytes(join(out, path));
    files[path] = { bytes: content.length, integrity: integrity(content) };
    if (!options.dev && compressible.test(path)) Object.assign(files[path], compress(path, content));
  }
  const manifest = {
    version,
    loader: "embed.js",
    pinned: { file: pinned, integrity: loaderIntegrity, snippet: `<script type="module" src="${pinned}" integrity="${loaderIntegrity}" crossorigin="anonymous"></script>` },
    assets,
    files,
  };
  write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  if (options.dev) return;
  const brotli = ({ glue, wasm }) => files[glue].brotli + files[wasm].brotli;
  console.log(`package: ${Object.keys(files).length} files; in brotli embed.js ${files["embed.js"].brotli} B, widget ${brotli(assets)} B, api ${brotli(assets.api)} B`);
}

function compress(path, content) {
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  const gzip = gzipSync(content, { level: 9 });
  write(`${path}.br`, brotli);
  write(`${path}.gz`, gzip);
  return { brotli: brotli.length, gzip: gzip.length };
}

/** What made the snapshots, as they name it: the page's script takes no other's. */
const buildOf = () => JSON.parse(emissions("render", "--amount", "1 tCO2e", "--as", "snapshot")).by;

function versionOfCrate() {
  const found = text(join(ROOT, "Cargo.toml")).match(/^\[package\][^[]*?^version\s*=\s*"([^"]+)"/ms);
  if (!found) throw new Fault("Cargo.toml states no version in [package]");
  return found[1];
}

/** The names, without their extension, of the project's files with that extension in a folder. */
function namesIn(folder, extension) {
  const path = join(ROOT, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(extension)).map((name) => basename(name, extension)).sort() : [];
  if (!names.length) throw new Fault(`no ${extension} file in ${folder}/`);
  return names;
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

function bytes(path) {
  if (!existsSync(path)) throw new Fault(`${relative(ROOT, path)} is missing`);
  return readFileSync(path);
}

const text = (path) => bytes(path).toString("utf8");

function write(name, content) {
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const shortHash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);
// SHA-256 is what the platform asks for at least; a longer hash is bytes that no reader needs.
const integrity = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

try {
  await pack();
} catch (error) {
  console.error(error instanceof Fault || error.told ? `package: ${error.message}` : error);
  process.exit(1);
}
