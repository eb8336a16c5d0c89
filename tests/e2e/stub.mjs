// A folder like dist/, with the project's own embed/ scripts around the stub in place of the wasm.

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { build } from "esbuild";
import { E2E, ROOT } from "./support.mjs";

/** One language has no words for a reader's number yet. */
const LOCALES = {
  en: { cars: "cars", "ui.your-figure": "your number; the article has {base}" },
  "zh-CN": { cars: "辆汽车" },
  fr: { cars: "voitures", "ui.your-figure": "votre nombre ; l’article a {base}" },
};

/** A wasm module with one export, `trap`, whose body is the instruction `unreachable`. */
const TRAP = Buffer.from("0061736d0100000001040160000003020100070801047472617000000a05010300000b", "hex");

/** Writes the folder, which goes when the test file ends. `assets` overrides what the loader believes. */
export async function stubbed(assets = {}) {
  const folder = mkdtempSync(join(tmpdir(), "embed-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "assets"));
  const put = (name, content) => {
    writeFileSync(join(folder, name), content);
    return `sha256-${createHash("sha256").update(content).digest("base64")}`;
  };
  const define = { __BUILD__: '"stub"' };
  const bundled = async (name) => (await build({ entryPoints: [join(ROOT, "embed", name)], bundle: true, format: "esm", write: false, minify: true, define })).outputFiles[0].contents;
  const known = {
    drawn: "assets/drawn.js",
    drawnIntegrity: put("assets/drawn.js", await bundled("drawn.js")),
    live: "assets/live.js",
    liveIntegrity: put("assets/live.js", await bundled("live.js")),
    glue: "assets/widget.js",
    glueIntegrity: put("assets/widget.js", readFileSync(join(E2E, "stub-glue.js"))),
    wasm: "assets/widget.wasm",
    wasmIntegrity: put("assets/widget.wasm", TRAP),
    style: "assets/widget.css",
    styleIntegrity: put("assets/widget.css", "div { font-weight: 700; }"),
    locales: Object.fromEntries(Object.entries(LOCALES).map(([lang, words]) => [lang, (put(`assets/${lang}.json`, JSON.stringify(words)), `assets/${lang}.json`)])),
    ...assets,
  };
  put("embed.js", readFileSync(join(ROOT, "embed/embed.js"), "utf8").replace("= __ASSETS__", () => `= ${JSON.stringify(known)}`));
  put("frame.js", await bundled("frame.js"));
  for (const name of ["frame.html", "frame-parent.js"]) put(name, readFileSync(join(ROOT, "embed", name)));
  put("ant.json", JSON.stringify({ amount: "37909.87", distance: 12000 }));
  put("error.json", JSON.stringify({ stub: "error" }));
  put("throw.json", JSON.stringify({ stub: "throw" }));
  return folder;
}

/** An HTML page with the loader and this body. */
export const article = (body, head = "") =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title>${head}<script type="module" src="/embed.js"></script><body>${body}`;
