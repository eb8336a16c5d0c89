// What every browser test needs: the built pages on a free port, the system's Chromium, and a page that
// remembers each request, each message in the console and each error.
//
//   import { test } from "node:test";
//   import { suite } from "./support.mjs";
//   const open = suite();                       // one browser and one server for the file
//   test("…", async (t) => {
//     const { page, errors } = await open(t, "/index.html", { locale: "zh-CN" });
//     …
//     assert.deepEqual(errors, []);
//   });

import { execFileSync } from "node:child_process";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";

export { serve };
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
export const E2E = fileURLToPath(new URL(".", import.meta.url));

// No sandbox: containers run as root. The rest keeps the browser from calling home, so that a request seen is ours.
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Starts the system's Chromium: `CHROMIUM` in the environment, or the first of the usual names on PATH. */
export function launch({ args = [], ...options } = {}) {
  return chromium.launch({ executablePath: chromiumPath(), args: [...FLAGS, ...args], ...options });
}

function chromiumPath() {
  for (const name of [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"]) {
    if (!name) continue;
    try { return execFileSync("/bin/sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).trim(); } catch { /* try the next name */ }
  }
  throw new Error("no Chromium found: run 'make setup', or set CHROMIUM to the browser");
}

/**
 * Opens a page in a context of its own (no cookie, cache or storage of another test).
 *
 * @returns `page`, `context`, and three lists that grow as things happen: `requests` (addresses), `console`
 *   ("type: text (place)" of every message) and `errors` (console errors, uncaught exceptions, blocked by policy).
 */
export async function openPage(browser, address, { init, ready, ...contextOptions } = {}) {
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  const seen = { requests: [], console: [], errors: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => {
    const text = `${message.text()} (${message.location().url})`;
    seen.console.push(`${message.type()}: ${text}`);
    if (message.type() === "error") seen.errors.push(text);
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  await page.addInitScript(noteLive);
  if (init) await page.addInitScript(init);
  await page.goto(address, { waitUntil: "load" });
  if (ready) await page.waitForFunction(ready);
  return { page, context, ...seen, close: () => context.close() };
}

/** Under which the page keeps the elements that are live. A symbol: the host tests compare the names of the window. */
const LIVE = "emissions-calculator:live";

/** Runs in the page before its own scripts do. */
export function noteLive() {
  const live = (window[Symbol.for("emissions-calculator:live")] = new WeakSet());
  const isDrawnFirst = () => customElements.get("emissions-calculator")?.observedAttributes.includes("snapshot");
  for (const type of ["emissions-ready", "emissions-live"])
    addEventListener(type, ({ target }) => (type === "emissions-live" || !isDrawnFirst()) && live.add(target), { capture: true });
}

/**
 * Has a calculator run its wasm, as a first touch does, and waits until it does.
 *
 * @param page a page, or a frame
 */
export async function live(page, selector = "#ant") {
  const element = page.locator(selector).first();
  await element.evaluate((one) => one.setAttribute("load", "visible"));
  await element.scrollIntoViewIfNeeded();
  await page.waitForFunction(([one, name]) => window[Symbol.for(name)].has(one), [await element.elementHandle(), LIVE]);
}

/**
 * One browser and one server for a test file, both closed at its end. Call it once, at the top level.
 *
 * @param {object} [options] `server`: options of `serve`, beside dist/ at `/` and tests/hosts/ at `/hosts/`;
 *   `browser`: options of `launch`.
 * @returns `open(t, path, contextOptions)`, which opens a page that closes with the test `t`;
 *   `open.server` and `open.browser` are there once the first test runs.
 */
export function suite({ server = {}, browser = {} } = {}) {
  const open = async (t, path, options) => {
    const opened = await openPage(open.browser, new URL(path, open.server.url).href, options);
    t.after(() => opened.close());
    return opened;
  };
  before(async () => {
    open.server = await serve({ roots: [DIST], mounts: { "/hosts/": `${ROOT}/tests/hosts` }, ...server });
    open.browser = await launch(browser);
  });
  after(async () => {
    await open.browser?.close();
    await open.server?.close();
  });
  return open;
}

/** Opens what is folded in the article's widget, one level at a time. Runs in the page. */
export function unfold() {
  document.querySelector("#ant").shadowRoot.querySelectorAll("details:not([open]) > summary").forEach((one) => one.click());
}

/** By how much the page is wider than its window, and what of the article's widget is cut off. Runs in the page. */
export function wide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const out = [...document.querySelector("#ant").shadowRoot.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && !one.closest(".visually-hidden, svg"));
  return [scrollWidth - clientWidth, ...out.map((one) => one.outerHTML.slice(0, 120))];
}
