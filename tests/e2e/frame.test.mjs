// The iframe in the parents that newsrooms already run, each with the parent script as it was published.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { stubbed } from "./stub.mjs";
import { ROOT, suite } from "./support.mjs";

const require = createRequire(import.meta.url);
const folder = await stubbed();
const rules = [];
const open = suite({ server: { roots: [folder], rules } });

/** WordPress's own script: where the environment says, where scripts/setup puts it, or in the installed package. */
const WORDPRESS =
  process.env.WP_EMBED_JS ??
  [join(ROOT, ".tools/wordpress/wp-embed.js"), "/usr/share/wordpress/wp-includes/js/wp-embed.js"].find(existsSync) ??
  "wp-embed.js";

const datawrapper = await build({
  stdin: {
    contents: `import { createElement } from "react"; import { createRoot } from "react-dom/client"; import Chart from "react-datawrapper-chart";
      createRoot(document.querySelector("#root")).render(createElement(Chart, { title: "Calculator", src: "/frame.html#src=ant.json&id=a1B2c" }));`,
    resolveDir: ROOT,
  },
  bundle: true,
  write: false,
  define: { "process.env.NODE_ENV": '"production"' },
});
// Of another widget: the frame is live at once.
rules.push({ match: "/ant.en.snapshot.json", body: "{}" });
rules.push({ match: "/datawrapper.js", body: datawrapper.outputFiles[0].text });
rules.push({ match: "/pym.js", body: readFileSync(require.resolve("pym.js"), "utf8") });
rules.push({ match: "/frames.js", body: readFileSync(join(ROOT, "node_modules/@newswire/frames/dist/frames.modern.js"), "utf8") });
if (existsSync(WORDPRESS)) rules.push({ match: "/wp-embed.js", body: readFileSync(WORDPRESS, "utf8") });

const SNIPPET = `<iframe src="/frame.html#src=ant.json&lang=en" title="Emissions calculator" width="100%" height="300" loading="lazy"
  sandbox="allow-scripts allow-same-origin allow-popups" referrerpolicy="no-referrer" style="border:0"></iframe>`;

let pages = 0;
async function parent(t, body) {
  const path = `/parent-${pages++}.html`;
  rules.push({ match: path, body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body>${body}` });
  const opened = await open(t, path, { init: () => { window.told = []; addEventListener("message", ({ data }) => window.told.push(data)); } });
  return opened;
}
const inside = (page) => page.frames().find((frame) => frame.url().includes("/frame.html"));
/** Waits until the frame shows the calculator, makes it so high, and gives the iframe's height once it has told so. */
async function settled(page, height) {
  await page.waitForFunction(() => window.told.length);
  await inside(page).waitForFunction(() => document.querySelector("emissions-calculator").shadowRoot.textContent.includes("15,562"));
  await inside(page).evaluate((height) => document.querySelector("emissions-calculator").style.setProperty("height", `${height}px`), height);
  await page.waitForFunction((height) => window.told.filter(({ type }) => type === "emissions-calculator:height").at(-1)?.height === height, height);
  await page.waitForTimeout(200);
  return page.$eval("iframe", (frame) => frame.getBoundingClientRect().height);
}

test("our own parent script sets the height, larger and smaller, also in a sandbox without an origin", async (t) => {
  for (const snippet of [SNIPPET, SNIPPET.replace(" allow-same-origin", "")]) {
    const { page, errors } = await parent(t, `${snippet}<script type="module" src="/frame-parent.js"></script>`);
    assert.equal(await settled(page, 731), 731);
    assert.equal(await settled(page, 412), 412);
    assert.deepEqual(errors, []);
  }
});

test("our own parent script takes no height from a window that is not our frame, and none out of shape", async (t) => {
  const { page } = await parent(t, `${SNIPPET}<iframe id="other" src="about:blank"></iframe><script type="module" src="/frame-parent.js"></script>`);
  assert.equal(await settled(page, 500), 500);
  await page.evaluate(() => {
    other.contentWindow.eval(`parent.postMessage({ type: "emissions-calculator:height", v: 1, height: 9000 }, "*")`);
    window.postMessage({ type: "emissions-calculator:height", v: 1, height: 9000 }, "*");
  });
  await inside(page).evaluate(() => { for (const height of [Infinity, "9000", null, { valueOf: 9000 }]) parent.postMessage({ type: "emissions-calculator:height", v: 1, height }, "*"); });
  await page.waitForTimeout(100);
  assert.equal(await page.$eval("iframe", (frame) => frame.getBoundingClientRect().height), 500);
  await inside(page).evaluate(() => parent.postMessage({ type: "emissions-calculator:height", v: 1, height: 1e9 }, "*"));
  await page.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height === 10000);
});

test("pym.js", async (t) => {
  const { page, errors } = await parent(t, `<div id="pym"></div><script src="/pym.js"></script><script>new pym.Parent("pym", "/frame.html#src=ant.json", { optionalparams: false })</script>`);
  assert.equal(await settled(page, 623), 623);
  assert.equal(await settled(page, 377), 377);
  assert.ok(page.frames().every((frame) => !frame.url().includes("parentUrl")));
  assert.deepEqual(errors, []);
});

test("Datawrapper (react-datawrapper-chart)", async (t) => {
  const { page } = await parent(t, `<div id="root"></div><script src="/datawrapper.js"></script>`);
  assert.ok(Math.abs((await settled(page, 623)) - 623) <= 4, "the frame's own border aside");
  assert.ok(await page.evaluate(() => window.told.some((one) => one["datawrapper-height"]?.a1B2c === 623)));
});

test("AMP's embed-size (@newswire/frames), also when the parent listens late", async (t) => {
  const { page } = await parent(t, SNIPPET);
  await settled(page, 700);
  assert.equal(await page.$eval("iframe", (frame) => frame.getBoundingClientRect().height), 300, "no parent script yet");
  await page.evaluate(async () => (await import("/frames.js")).observeIframe(document.querySelector("iframe")));
  await page.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height === 700);
});

test("WordPress's wp-embed.js", { skip: !existsSync(WORDPRESS) && "wp-embed.js is not here: run scripts/setup test, or set WP_EMBED_JS" }, async (t) => {
  // As WordPress writes it (wp_filter_oembed_result): the secret stands in the address and beside it.
  const frame = `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="/frame.html#src=ant.json&lang=en#?secret=a1b2c3d4e5" data-secret="a1b2c3d4e5" title="Calculator" width="600" height="338"></iframe>`;
  const { page, errors } = await parent(t, `${frame}<script src="/wp-embed.js"></script>`);
  const border = 4;
  assert.equal(await settled(page, 623), 623 + border);
  assert.equal(await settled(page, 377), 377 + border);
  assert.deepEqual(errors, []);
});

test("a secret that comes when the frame is loaded already is told with the height", async (t) => {
  const { page } = await parent(t, SNIPPET);
  await settled(page, 623);
  await inside(page).evaluate(() => (location.hash += "#?secret=f6g7h8i9j0"));
  await page.waitForFunction(() => window.told.some(({ message, secret }) => message === "height" && secret === "f6g7h8i9j0"));
});

test("WordPress's secret comes back in its message, in a sandbox without an origin", async (t) => {
  const { page } = await parent(t, `<iframe sandbox="allow-scripts" src="/frame.html#amount=1 t&src=ant.json#?secret=a1b2c3d4e5" title="Calculator" height="338"></iframe>`);
  await settled(page, 623);
  assert.deepEqual(await page.evaluate(() => window.told.filter((one) => one.message === "height").at(-1)), { message: "height", value: 623, secret: "a1b2c3d4e5" });
});

test("a parent that always adds a margin, and content that follows the frame's height, end", async (t) => {
  const { page } = await parent(t, `${SNIPPET}<script>addEventListener("message", ({ data }) => { if (data.type === "emissions-calculator:height") document.querySelector("iframe").style.height = data.height + 20 + "px" })</script>`);
  await settled(page, 400);
  const count = async () => page.evaluate(() => window.told.filter(({ type }) => type).length);
  assert.ok((await count()) <= 4);
  await inside(page).evaluate(() => document.querySelector("emissions-calculator").style.setProperty("height", "calc(100vh + 10px)"));
  await page.waitForTimeout(1500);
  const before = await count();
  await page.waitForTimeout(700);
  assert.equal(await count(), before, "it came to rest");
  assert.ok((await page.$eval("iframe", (frame) => frame.getBoundingClientRect().height)) < 900);
});

test("the frame takes a language and a theme from its parent, of the right shape, and nothing else", async (t) => {
  const { page } = await parent(t, `${SNIPPET}<iframe id="other" src="about:blank"></iframe>`);
  await settled(page, 400);
  const say = (message) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);
  const state = () => inside(page).evaluate(() => {
    const one = document.querySelector("emissions-calculator");
    return [...one.getAttributeNames().filter((name) => name !== "style").map((name) => `${name}=${one.getAttribute(name)}`), document.documentElement.lang].join(" ");
  });
  const set = { type: "emissions-calculator:set", v: 1 };
  for (const bad of [{ ...set, lang: "<b>" }, { ...set, theme: "pink" }, { ...set, src: "error.json", amount: "1 t", view: "compact" }, { ...set, v: 2, lang: "fr" }, { ...set, lang: ["fr"] }, null, "x", 7, { type: "x", lang: "fr" }]) await say(bad);
  await page.waitForTimeout(100);
  assert.equal(await state(), "src=ant.json lang=en en");
  await page.evaluate((message) => {
    const inner = other.contentWindow.document.createElement("script");
    inner.textContent = `parent.frames[0].postMessage(${JSON.stringify(message)}, "*")`;
    other.contentWindow.document.body.append(inner);
  }, { ...set, lang: "fr" });
  await page.waitForTimeout(100);
  assert.equal(await state(), "src=ant.json lang=en en", "another frame is not the parent");
  await say({ ...set, lang: "fr", theme: "dark" });
  await inside(page).waitForFunction(() => document.querySelector("emissions-calculator").shadowRoot.textContent.startsWith("voitures: 15\u202f562 (dark)"));
});

test("an address that asks for a file of another host shows nothing of it and asks nothing", async (t) => {
  const { page, requests } = await parent(t, SNIPPET.replace("src=ant.json", "src=https://elsewhere.invalid/a.json"));
  await page.waitForTimeout(500);
  assert.ok(!requests.some((url) => url.startsWith("https://elsewhere.invalid")));
  assert.ok(inside(page));
});

const FRAMED = "/frame.html#src=ant.json&lang=";
for (const file of ["embed.js", "assets/live.js", "assets/widget.wasm", "assets/fr.json", "ant.json"]) {
  test(`without ${file} the frame leads to the page that needs no scripts, in its language`, async (t) => {
    const rule = { match: `/${file}`, status: 404 };
    rules.unshift(rule);
    t.after(() => rules.splice(rules.indexOf(rule), 1));
    const { page } = await open(t, `${FRAMED}fr-CA`);
    const link = page.getByRole("link");
    await link.waitFor();
    assert.equal(await link.textContent(), "Les chiffres sans le calculateur");
    assert.equal(await link.getAttribute("lang"), "fr");
    assert.equal(await link.evaluate((one) => one.href), `${open.server.url}/ant.html`);
    assert.equal(await link.count(), 1);
  });
}

test("the frame shows no such link while it loads, beside the widget, or to another host", async (t) => {
  const slow = { match: "/ant.json", delay: 500 };
  rules.unshift(slow);
  t.after(() => rules.splice(rules.indexOf(slow), 1));
  const { page } = await open(t, `${FRAMED}en`);
  assert.equal(await page.locator("a").count(), 0);
  await page.waitForFunction(() => document.querySelector("emissions-calculator").shadowRoot.textContent.includes("15,562"));
  assert.equal(await page.locator("a").count(), 0);
  const { page: foreign } = await open(t, "/frame.html#src=https://elsewhere.invalid/a.json", {
    init: () => addEventListener("emissions-error", () => (window.failed = true)),
  });
  await foreign.waitForFunction(() => window.failed);
  assert.equal(await foreign.locator("a").count(), 0);
});

test("a frame that may run no scripts says what is missing, in English and Chinese", async (t) => {
  const { page } = await open(t, `${FRAMED}en`, { javaScriptEnabled: false });
  const told = (frame) => frame.locator("noscript p").allInnerTexts();
  const said = await told(page);
  assert.match(said.join("\n"), /needs scripts.*\n.*需要启用脚本/);
  assert.ok(await page.locator("noscript p").first().isVisible());
  const { page: around } = await parent(t, SNIPPET.replace("allow-scripts ", ""));
  await around.frameLocator("iframe").locator("noscript p").first().waitFor();
  assert.deepEqual(await told(around.frameLocator("iframe")), said);
});

test("a link is offered in a sandbox without an origin, and none in a frame that has no address", async (t) => {
  const shows = () => document.querySelector("emissions-calculator")?.shadowRoot?.textContent.includes("15,562");
  const act = () => {
    const [handle] = window.stub.live;
    handle.step("", 2);
    handle.share.click();
    return [document.querySelector("emissions-calculator").shadowRoot.querySelector("div").dataset.link, ...window.stub.copied];
  };
  const { page } = await parent(t, SNIPPET.replace(" allow-same-origin", ""));
  await page.waitForFunction(() => window.told.length);
  await inside(page).waitForFunction(shows);
  assert.deepEqual(await inside(page).evaluate(act), ["", "#src=ant.json&lang=en&emissions=v1,petrol-car-year.distance:13000"]);

  const calculator = `<script type='module' src='/embed.js'></script><emissions-calculator src='/ant.json'></emissions-calculator>`;
  const { page: around } = await parent(t, `<iframe title="t" srcdoc="${calculator}"></iframe>`);
  const [, nowhere] = around.frames();
  await nowhere.waitForFunction(shows);
  assert.deepEqual(await nowhere.evaluate(act), ["none"]);
});
