// Read first, live on touch: what a page shows without wasm, what fetches it, and that nothing done meanwhile is lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, suite } from "./support.mjs";

const LANGUAGES = Object.keys(JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8")).assets.locales);

const rules = [];
const open = suite({ server: { rules } });
const ANT = "/ant-group-2021.en.snapshot.json";
const WASM = /\/widget-\w+\.wasm$/;
const LIVE = /\/(live|widget)-\w+\.(js|wasm)$/;

/** Has the server answer differently until the test ends. */
function answer(t, rule) {
  rules.unshift(rule);
  t.after(() => rules.includes(rule) && rules.splice(rules.indexOf(rule), 1));
  return rule;
}

const watch = () => {
  window.told = [];
  for (const type of ["emissions-ready", "emissions-live", "emissions-change", "emissions-error"])
    document.addEventListener(type, (event) => window.told.push({ type, id: event.target.id, detail: event.detail }));
};
const told = (page) => page.evaluate(() => window.told.map(({ type }) => type));
const isTold = (page, type, count = 1) => page.waitForFunction(([type, count]) => window.told.filter((one) => one.type === type).length >= count, [type, count]);

/** The article with its calculator drawn and in view. */
async function drawn(t, { path = "/index.html", ...options } = {}) {
  const found = await open(t, path, { init: watch, ...options });
  await found.page.locator("#ant").scrollIntoViewIfNeeded();
  await isTold(found.page, "emissions-ready");
  const control = (selector) => found.page.locator("#ant").locator(selector);
  return {
    ...found,
    number: control("input[role=spinbutton]").first(),
    slider: control("[type=range]").first(),
    result: control("[part~=result]"),
    status: control("[part=loading]"),
    /** Whose assumptions, and what to compare with. */
    presets: control("select:has(option[value=uk])"),
    comparisons: control("select:has(optgroup)"),
    fetched: () => found.requests.map((url) => new URL(url).pathname).filter((path) => LIVE.test(path)),
  };
}
const isLive = (page, count = 1) => isTold(page, "emissions-live", count);
/** What a reader sees in the result. */
const shows = (result, text) => result.filter({ hasText: text }).waitFor();
/** Moves the mouse over it, as a hand does: not at a stroke. */
const over = async (page, locator) => {
  await locator.scrollIntoViewIfNeeded();
  const { x, y } = await locator.boundingBox();
  await page.mouse.move(x + 5, y + 4);
  await page.mouse.move(x + 12, y + 8, { steps: 3 });
};
/** Remembers an element, to be told from another that looks the same. */
const mark = (locator) => locator.evaluate((one) => (one.marked = true));
const isMarked = (locator) => locator.evaluate((one) => one.marked === true && one.isConnected);

test("who opens every panel, selects, follows a link, prints and scrolls by has caused no request for wasm", async (t) => {
  const { page, context, fetched, errors, result } = await drawn(t);
  assert.deepEqual(await told(page), ["emissions-ready"]);
  assert.match(await result.textContent(), /15,600/);
  await context.route(/guangming|gmw|gov|org|com/, (route) => route.fulfill({ body: "" }));
  for (let level = 0; level < 3; level++) await page.evaluate(() => document.querySelector("#ant").shadowRoot.querySelectorAll("details:not([open]) > summary").forEach((one) => one.click()));
  const summary = page.locator("#ant summary").first();
  await summary.click();
  await summary.click();
  await page.locator("#ant details[part=scopes] p").first().click({ clickCount: 3 });
  assert.notEqual(await page.evaluate(() => document.querySelector("#ant").shadowRoot.getSelection().toString()), "");
  const [tab] = await Promise.all([context.waitForEvent("page"), page.locator("#ant a[href]:visible").first().click()]);
  await tab.close();
  await page.pdf();
  await page.mouse.wheel(0, 3000);
  await page.mouse.wheel(0, -2000);
  await page.waitForTimeout(500);
  assert.deepEqual(fetched(), []);
  assert.deepEqual(await told(page), ["emissions-ready"]);
  assert.deepEqual(errors, []);
});

test("on paper every panel is open, and as it was afterwards", async (t) => {
  const { page, fetched } = await drawn(t);
  const count = () => page.evaluate(() => [...document.querySelector("#ant").shadowRoot.querySelectorAll(".panel")].map(({ open }) => open));
  await page.locator("#ant .panel > summary").first().click();
  const before = await count();
  assert.deepEqual(before.filter(Boolean).length, 1);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.ok((await count()).every(Boolean));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.deepEqual(await count(), before);
  assert.deepEqual(fetched(), []);
});

test("a drawing tells what the live widget tells", async (t) => {
  const details = [];
  for (const path of ["/index.html", "/index.html?live"]) {
    const { page } = await drawn(t, { path, init: path.includes("live") ? `(${watch})(); addEventListener("DOMContentLoaded", () => document.querySelector("#ant").setAttribute("load", "visible"))` : watch });
    if (path.includes("live")) await isLive(page);
    details.push(await page.evaluate(() => window.told.find(({ type }) => type === "emissions-ready").detail));
  }
  assert.ok(details[0].assumptions.length);
  assert.deepEqual(details[0], details[1]);
});

const TOUCHES = {
  "a mouse that moves onto a slider": async ({ page, slider }) => {
    const { x, y } = await slider.boundingBox();
    await page.mouse.move(x - 40, y - 40);
    await page.mouse.move(x + 20, y + 5, { steps: 5 });
  },
  "a press": ({ slider }) => slider.click(),
  "the keyboard's focus": ({ number }) => number.focus(),
  "a key": ({ slider }) => slider.press("ArrowRight"),
  "a choice": ({ presets }) => presets.selectOption("uk"),
  "an input in the article": ({ page }) => page.locator("emissions-input input").focus(),
  "the host's attribute": ({ page }) => page.evaluate(() => document.querySelector("#ant").setAttribute("load", "visible")),
  "the host's property": ({ page }) => page.evaluate(async () => (document.querySelector("#ant").disclosure = await (await fetch("ant-group-2021.json")).json())),
  "a link that the reader pastes": ({ page }) => page.evaluate(() => (location.hash = "#emissions-ant=v1,petrol-car-year.distance:15000km/yr")),
};
for (const [name, touch] of Object.entries(TOUCHES)) {
  test(`${name} makes it live`, async (t) => {
    const found = await drawn(t);
    await found.page.waitForTimeout(300);
    assert.deepEqual(found.fetched(), []);
    await touch(found);
    await isLive(found.page);
    assert.deepEqual((await told(found.page)).filter((type) => type === "emissions-ready").length, 1);
    assert.deepEqual(found.errors, []);
  });
}

test("a finger that taps a number makes it live, one that scrolls does not, and no mouse under which the page scrolls", async (t) => {
  const { page, context, number, fetched } = await drawn(t, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  const cdp = await context.newCDPSession(page);
  const { x, y } = await number.boundingBox();
  const touch = (type, points) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [{ x: x + 10, y: y + 8 }]);
  for (let step = 1; step <= 10; step++) await touch("touchMove", [{ x: x + 10, y: y + 8 - step * 12 }]);
  await touch("touchEnd", []);
  await page.waitForTimeout(400);
  assert.deepEqual(fetched(), []);
  await number.tap();
  await isLive(page);

  const other = await drawn(t);
  const box = await other.slider.boundingBox();
  await other.page.mouse.move(box.x + 20, box.y - 200);
  await other.page.mouse.wheel(0, 200);
  await other.page.waitForTimeout(600);
  assert.deepEqual(other.fetched(), []);
});

test("a page opened by a link with a reader's numbers is live at once, with those numbers", async (t) => {
  const before = await drawn(t);
  await before.number.fill("15000");
  await shows(before.result, "12,400");
  await before.page.waitForFunction(() => location.hash.includes("15000"));
  const { page, number } = await drawn(t, { path: `/index.html${new URL(before.page.url()).hash}` });
  await isLive(page);
  assert.equal(await number.inputValue(), "15,000 km");
  assert.deepEqual(await told(page), ["emissions-ready", "emissions-live"]);
});

/** The wasm takes so long on a slow network, in milliseconds. */
const HOLD = 5000;
const DEEDS = {
  "text that is typed": {
    act: async ({ page, number }) => {
      await number.click();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("15000", { delay: 30 });
      await page.keyboard.press("ArrowLeft");
    },
    node: "number",
    after: async ({ page, result, number }) => {
      await shows(result, "12,400");
      assert.equal(await number.inputValue(), "15000");
      assert.deepEqual(await number.evaluate((one) => [one.matches(":focus"), one.selectionStart, one.selectionEnd]), [true, 4, 4]);
      await page.keyboard.type("5");
      assert.equal(await number.inputValue(), "150050", "the next key goes where the caret was");
    },
  },
  "text that is typed and left": {
    act: async ({ page, number }) => {
      await number.fill("15000");
      await page.locator("h1").click();
    },
    node: "number",
    after: async ({ result, number }) => {
      await shows(result, "12,400");
      assert.equal(await number.inputValue(), "15,000 km");
    },
  },
  "a slider that is moved": {
    act: ({ slider }) => slider.evaluate((one) => ((one.value = "15000"), one.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })))),
    node: "slider",
    after: async ({ result, slider }) => {
      await shows(result, "12,400");
      assert.equal(await slider.inputValue(), "15000");
    },
  },
  "keys on a number": {
    act: async ({ page, number }) => {
      await number.focus();
      for (let turn = 0; turn < 6; turn++) await page.keyboard.press("ArrowUp");
    },
    node: "number",
    after: async ({ result, number }) => {
      await shows(result, "12,400");
      await number.page().waitForFunction(() => document.querySelector("#ant").shadowRoot.activeElement?.value === "15,000 km");
    },
  },
  "keys on a slider": {
    act: async ({ page, slider }) => {
      await slider.focus();
      for (let turn = 0; turn < 6; turn++) await page.keyboard.press("ArrowRight");
    },
    node: "slider",
    after: ({ result }) => shows(result, "12,400"),
  },
  "a number, and then a choice that goes back on it": {
    act: async ({ number, presets }) => {
      await number.fill("15000");
      await presets.selectOption("uk");
    },
    node: "presets",
    after: async ({ page, presets }) => {
      await page.waitForFunction(() => window.told.at(-1).detail.preset === "uk");
      assert.equal(await presets.inputValue(), "uk");
    },
  },
  "a choice, and then a number of what was there before it": {
    act: async ({ comparisons, number, page }) => {
      await comparisons.selectOption("home-electricity-year");
      await number.fill("15000");
      await page.locator("h1").click();
    },
    after: async ({ page, comparisons }) => {
      await page.waitForFunction(() => window.told.at(-1).detail.equivalence === "home-electricity-year");
      assert.equal(await comparisons.inputValue(), "home-electricity-year");
      assert.ok(!(await page.evaluate(() => window.told.at(-1).detail.fragment)).includes("15000"), "it is not a number of the new comparison");
    },
  },
  "a choice that is made twice": {
    act: async ({ presets }) => {
      await presets.selectOption("uk");
      await presets.selectOption("us");
    },
    node: "presets",
    after: ({ page }) => page.waitForFunction(() => window.told.at(-1).detail.preset === "us"),
  },
};
for (const [name, { act, node, after }] of Object.entries(DEEDS)) {
  test(`${name} holds on a network that takes 5 s`, { timeout: 60_000 }, async (t) => {
    answer(t, { match: WASM, delay: HOLD });
    const found = await drawn(t);
    if (node) await mark(found[node]);
    await found.page.locator("#ant .panel > summary").first().click();
    await act(found);
    await found.page.waitForFunction(() => document.querySelector("#ant").shadowRoot.querySelector("[aria-busy=true]"));
    await shows(found.status, /\S/);
    assert.deepEqual(await told(found.page), ["emissions-ready"], "nothing is live yet");
    await isLive(found.page);
    await after(found);
    if (node) assert.ok(await isMarked(found[node]), "the control is the one it was");
    assert.equal(await found.page.locator("#ant .panel[open]").count(), 1, "the open panel stays open");
    assert.equal(await found.page.locator("#ant [aria-busy]").count(), 0);
    assert.equal(await found.status.count(), 0);
    assert.deepEqual(found.errors, []);
  });
}

test("a number that is dragged when the wasm comes goes on under the same pointer", { timeout: 60_000 }, async (t) => {
  answer(t, { match: WASM, delay: 2000 });
  const { page, number, result, errors } = await drawn(t);
  const { x, y } = await number.boundingBox();
  await page.mouse.move(x + 10, y + 8);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 8, { steps: 6 });
  await isLive(page);
  await result.filter({ hasNotText: "15,600" }).waitFor();
  const halfway = await result.textContent();
  await page.mouse.move(x + 120, y + 8, { steps: 6 });
  await page.waitForFunction((halfway) => document.querySelector("#ant").shadowRoot.querySelector("[part~=result]").textContent !== halfway, halfway);
  await page.mouse.up();
  assert.deepEqual(errors, []);
});

test("what is typed into the article's own field holds, and the caret stays", { timeout: 60_000 }, async (t) => {
  answer(t, { match: WASM, delay: HOLD });
  const { page, result, errors } = await drawn(t);
  const field = page.locator("emissions-input input");
  assert.deepEqual(await field.evaluate((one) => ["role", "aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-label"].map((name) => one.getAttribute(name))), ["spinbutton", "12000", "5000", "30000", "Distance a year"]);
  await mark(field);
  await field.fill("15000");
  await page.keyboard.press("ArrowLeft");
  await isLive(page);
  assert.deepEqual(await field.evaluate((one) => [one.value, one.matches(":focus"), one.selectionStart]), ["15000", true, 4]);
  assert.ok(await isMarked(field));
  await page.keyboard.press("Enter");
  await shows(result, "12,400");
  assert.equal(await field.inputValue(), "15,000 km");
  assert.deepEqual(errors, []);
});

test("what is selected stays selected", async (t) => {
  const { page } = await drawn(t);
  await page.locator("#ant .panel > summary").first().click();
  await page.locator("#ant details[part=scopes] p").first().click({ clickCount: 3 });
  const selected = () => page.evaluate(() => document.querySelector("#ant").shadowRoot.getSelection().toString());
  const before = await selected();
  assert.ok(before.length > 20);
  await page.evaluate(() => document.querySelector("#ant").setAttribute("load", "visible"));
  await isLive(page);
  assert.equal(await selected(), before);
});

for (const file of [WASM, /\/live-\w+\.js$/, /\/widget-\w+\.js$/]) {
  test(`where ${file.source} cannot be had the reader is told, and the next touch tries again`, async (t) => {
    const rule = answer(t, { match: file, status: 503 });
    const { page, number, status, result, presets } = await drawn(t);
    await number.fill("15000");
    await isTold(page, "emissions-error");
    assert.equal(await page.evaluate(() => window.told.at(-1).detail.reason), "load");
    const words = JSON.parse(readFileSync(join(DIST, ANT.slice(1)), "utf8")).words;
    await shows(status, words.failed);
    assert.match(await result.textContent(), /15,600/);
    assert.equal(await number.inputValue(), "15000");
    rules.splice(rules.indexOf(rule), 1);
    await over(page, presets);
    await isLive(page);
    await shows(result, "12,400");
  });
}

const snapshot = JSON.parse(readFileSync(join(DIST, ANT.slice(1)), "utf8"));
const text = JSON.stringify(snapshot);
const withNode = (node) => JSON.stringify({ ...snapshot, tree: [...snapshot.tree, node] });
const FAULTS = {
  "is missing": { status: 404 },
  "is truncated": { body: text.slice(0, text.length / 2) },
  "is no JSON": { body: "<!doctype html>" },
  "is of another form": { body: JSON.stringify({ ...snapshot, v: 2 }) },
  "is another build's": { body: JSON.stringify({ ...snapshot, by: "0.0.1-00000000" }) },
  "is of another language": { body: JSON.stringify({ ...snapshot, lang: "fr" }) },
  "is of another view": { body: JSON.stringify({ ...snapshot, view: "compact" }) },
  "is of another comparison": { body: JSON.stringify({ ...snapshot, equivalence: "person-year" }) },
  "is of another file": { body: JSON.stringify({ ...snapshot, hash: "00000000-3016" }) },
  "has no tree": { body: JSON.stringify({ ...snapshot, tree: undefined }) },
  "has a script": { body: withNode(["script", "globalThis.forged = true"]) },
  "has a frame": { body: withNode(["iframe", { src: "/" }]) },
  "has a style": { body: withNode(["p", { style: "position: fixed" }, "x"]) },
  "has a listener": { body: withNode(["p", { onclick: "globalThis.forged = true" }, "x"]) },
  "has a link that runs": { body: withNode(["a", { href: "javascript:globalThis.forged = true" }, "x"]) },
  "has a node of no kind": { body: withNode(7) },
};
for (const [name, fault] of Object.entries(FAULTS)) {
  test(`a snapshot that ${name} is never shown: the widget is live at once`, async (t) => {
    answer(t, { match: ANT, ...fault });
    const { page, console: messages } = await drawn(t);
    await isLive(page);
    assert.deepEqual(await told(page), ["emissions-ready", "emissions-live"], "it was not ready before it was live");
    assert.equal(messages.filter((line) => line.startsWith("warning: emissions-calculator")).length, 1);
    assert.equal(await page.evaluate(() => window.forged), undefined);
    assert.match(await page.locator("#ant [part~=result]").textContent(), /15,600/);
  });
}

test("a disclosure that was edited after its snapshot was made is shown as it is now", async (t) => {
  const disclosure = readFileSync(join(DIST, "ant-group-2021.json"), "utf8");
  assert.ok(disclosure.includes("37909.87"));
  answer(t, { match: "/ant-group-2021.json", body: disclosure.replaceAll("37909.87", "47909.87") });
  const { page, result } = await drawn(t);
  await isLive(page);
  assert.match(await result.textContent(), /19,\d00/);
  assert.equal((await told(page))[0], "emissions-ready");
});

test("a text that a translator replaced is no fault: the live widget takes its place, with what was done", async (t) => {
  const { page, number, result, errors } = await drawn(t);
  await page.evaluate(() => {
    const text = document.querySelector("#ant").shadowRoot.querySelector("[part~=headline] span").firstChild;
    const font = document.createElement("font");
    font.append("Une autre langue ");
    text.replaceWith(font);
  });
  await page.locator("#ant .panel > summary").first().click();
  await number.fill("15000");
  await isLive(page);
  await shows(result, "12,400");
  assert.equal(await number.inputValue(), "15000");
  assert.ok(await number.evaluate((one) => one.matches(":focus")));
  assert.equal(await page.locator("#ant .panel[open]").count(), 1);
  assert.deepEqual(errors, []);
});

for (const lang of LANGUAGES) {
  test(`${lang}: drawn and live look the same and read the same, at every width and on light and dark`, async (t) => {
    const init = `(${watch})(); addEventListener("DOMContentLoaded", () => document.querySelector("#ant").setAttribute("lang", "${lang}"))`;
    const { page } = await open(t, lang === "zh-CN" ? "/zh.html" : "/index.html", { init, viewport: { width: 640, height: 900 } });
    const widget = page.locator("#ant");
    await widget.scrollIntoViewIfNeeded();
    await isTold(page, "emissions-ready");
    const looks = async () => {
      const found = {};
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.querySelector("#ant").shadowRoot.querySelectorAll(".panel:not([open])").forEach((one) => (one.open = true)));
      for (const width of [320, 390, 640, 1024]) {
        // Twice: what was out of sight has its true height once it was seen.
        for (let turn = 0; turn < 2; turn++) {
          await page.setViewportSize({ width, height: Math.ceil((await widget.boundingBox()).height) });
          // At the same fraction of a pixel, or every letter is drawn a little differently.
          await page.evaluate(() => document.querySelector("#ant").scrollIntoView());
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        }
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          found[`${width} px, ${colorScheme}`] = (await widget.screenshot({ animations: "disabled" })).toString("base64");
        }
      }
      const texts = await page.evaluate(() => [...document.querySelector("#ant").shadowRoot.querySelectorAll(".widget *")].filter((one) => !one.childElementCount).map((one) => one.textContent));
      return { found, texts, tree: await widget.ariaSnapshot() };
    };
    const drawn = await looks();
    assert.deepEqual(await told(page), ["emissions-ready"]);
    await page.evaluate(() => document.querySelector("#ant").setAttribute("load", "visible"));
    await isLive(page);
    const live = await looks();
    assert.equal(live.tree, drawn.tree);
    // Letter by letter: a tree does not tell one kind of space from another.
    assert.deepEqual(live.texts, drawn.texts);
    const differing = Object.keys(drawn.found).filter((look) => live.found[look] !== drawn.found[look]);
    assert.deepEqual(differing, [], "to the pixel");
  });
}

test("nothing moves from static to drawn to live", async (t) => {
  const { page, slider } = await drawn(t, {
    init: `(${watch})(); window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.shift += one.value))).observe({ type: "layout-shift", buffered: true })`,
  });
  const height = () => page.evaluate(() => document.querySelector("#ant").getBoundingClientRect().height);
  const before = await height();
  await over(page, slider);
  await isLive(page);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.shift), 0);
  assert.equal(await height(), before);
});
