// The npm package as a newsroom's developers meet it: in a Vite project, by a plain <script type="module">, by its
// mount function, and by the snippet with `integrity`.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { build, createServer } from "vite";
import { emissions } from "../../tools/emissions.mjs";
import { DIST, live, openPage, suite } from "./support.mjs";

const manifest = JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8"));
const ELEMENT = `<emissions-calculator src="/ant-group-2021.json"><p>About 15,562 petrol cars.</p></emissions-calculator>`;
const html = (body, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`;

const folder = mkdtempSync(join(tmpdir(), "package-"));
after(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(DIST, "npm"), join(folder, "node_modules/emissions-calculator"), { recursive: true });

const files = {
  "vite/index.html": html(`${ELEMENT}<script type="module" src="./main.js"></script>`),
  "vite/main.js": `import "emissions-calculator";\n`,
  "mount/index.html": html(`<div id="root"></div><pre id="sums"></pre><script type="module" src="./main.js"></script>`),
  "mount/main.js": `
    import initApi, { check, detect, equivalents } from "emissions-calculator/api";
    import init, { mount } from "emissions-calculator/widget";
    import locale from "emissions-calculator/assets/locale-en.json?raw";
    import style from "emissions-calculator/assets/widget.css?raw";
    await Promise.all([init(), initApi()]);
    const disclosure = await (await fetch("/ant-group-2021.json")).text();
    document.querySelector("#sums").textContent = JSON.stringify({ equivalents: JSON.parse(equivalents("37909.87 tCO2e")), check: JSON.parse(check(disclosure)), detect: JSON.parse(detect("😀 5 t CO2")) });
    const root = document.querySelector("#root").attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const host = document.createElement("div");
    root.append(host);
    window.events = [];
    window.handle = mount(host, { disclosure, lang: "en", locale, theme: "light", view: "full" }, (type) => window.events.push(type));
  `,
  "plain/index.html": html(ELEMENT, `<script type="module" src="/node_modules/emissions-calculator/embed.js"></script>`),
  "pinned/index.html": html(ELEMENT, manifest.pinned.snippet.replace('src="', 'src="/')),
  "forged/index.html": html(ELEMENT, manifest.pinned.snippet.replace('src="', 'src="/').replace(/sha256-..../, "sha256-AAAA")),
};
for (const [name, content] of Object.entries(files)) {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
}
for (const project of ["vite", "mount"])
  await build({ root: join(folder, project), base: `/${project}-built/`, logLevel: "error", configFile: false, build: { target: "es2022", outDir: join(folder, `${project}-built`) } });

const open = suite({ server: { roots: [folder, DIST] } });
/** Waits until the element shows the widget, and then until its wasm runs. */
const shows = async (page) => {
  const isShown = () => {
    const { shadowRoot } = document.querySelector("emissions-calculator");
    return shadowRoot && !shadowRoot.querySelector("slot") && /15,562|15,600/.test(shadowRoot.textContent);
  };
  await page.waitForFunction(isShown);
  await live(page, "emissions-calculator");
  assert.ok(await page.evaluate(isShown));
};

for (const way of ["vite-built", "plain", "pinned"]) {
  test(`the element, ${way}`, async (t) => {
    const { page, errors, requests } = await open(t, `/${way}/`);
    await shows(page);
    assert.deepEqual(errors, []);
    assert.ok(requests.every((url) => url.startsWith(open.server.url) || url.startsWith("data:")));
  });
}

test("the element, in Vite's development server, with its style", async (t) => {
  const dev = await createServer({ root: join(folder, "vite"), configFile: false, logLevel: "error", publicDir: DIST, cacheDir: join(folder, "cache"), server: { port: 0, fs: { allow: [folder] } } });
  t.after(() => dev.close());
  await dev.listen();
  const { page, close } = await openPage(open.browser, dev.resolvedUrls.local[0]);
  t.after(close);
  await shows(page);
  assert.ok(await page.$eval("emissions-calculator", ({ shadowRoot }) => [...shadowRoot.adoptedStyleSheets].at(-1).cssRules.length > 0));
});

test("a loader with a wrong hash does not run, and the static version stays", async (t) => {
  const { page } = await open(t, "/forged/");
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => customElements.get("emissions-calculator")), undefined);
  assert.match(await page.innerText("emissions-calculator"), /15,562/);
});

test("mount, update, destroy and the pure functions, through Vite", async (t) => {
  const { page, errors } = await open(t, "/mount-built/");
  await page.waitForFunction(() => window.events?.includes("emissions-ready"));
  const text = () => page.$eval("#root", ({ shadowRoot }) => shadowRoot.textContent);
  assert.match(await text(), /15,562|15,600/);
  const sums = JSON.parse(await page.textContent("#sums"));
  // The browser's sums and the command line's are of one core, to the last digit.
  assert.deepEqual(sums.equivalents, JSON.parse(emissions("equivalents", "37909.87 tCO2e", "--json")));
  const { findings, ...checked } = JSON.parse(emissions("check", "data/disclosures/ant-group-2021.json", "--json"));
  assert.deepEqual({ ...sums.check, findings: sums.check.findings.map(({ code }) => code) }, { ...checked, findings: findings.map(({ code }) => code) });
  const [figure] = sums.detect.figures;
  assert.deepEqual([figure.start, figure.end, figure.unit], [3, 10, "tCO2"], "places as JavaScript counts them");
  assert.equal(await page.evaluate(() => window.handle.set("petrol-car-year.distance", "15000 km")), "");
  await page.waitForFunction(() => window.events.includes("emissions-change"));
  assert.match(await page.evaluate(() => window.handle.figure("petrol-car-year")), /12,4/);
  assert.equal(await page.evaluate(() => window.handle.assumption("petrol-car-year.distance").changed), true);
  assert.notEqual(await page.evaluate(() => window.handle.set("petrol-car-year.distance", "minus nothing")), "");
  await page.evaluate(() => { window.handle.destroy(); window.handle.destroy(); });
  await page.waitForFunction(() => !/15,562|15,600|12,4/.test(document.querySelector("#root").shadowRoot.textContent));
  assert.deepEqual(errors, []);
});

test("the loader is no more than 2,000 bytes in brotli", () => {
  const loader = readFileSync(join(DIST, "embed.js"));
  const { length } = brotliCompressSync(loader, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  assert.ok(length <= 2000, `${length} bytes`);
  assert.equal(length, manifest.files["embed.js"].brotli);
});
