// The demonstration articles as a reader meets them, in English and Chinese: with the keyboard alone, with the mouse,
// on a narrow screen, without scripts, and as axe sees them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { live, suite, unfold, wide } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const open = suite();

const ARTICLES = {
  en: { path: "/index.html", article: "15,600 petrol cars", own: "12,400 petrol cars", set: "Your 15,000 km", back: "back to 12,000 km", shown: "12,400", linked: "These numbers come with the link you followed.", toArticle: "Show the article’s", base: "12,000 km", stated: "15,000", fallback: /15,600 petrol cars/, fault: /not a number/ },
  zh: { path: "/zh.html", article: "1.56万辆汽油车", own: "1.24万辆汽油车", set: "您的数字：15,000公里", back: "恢复为12,000公里", shown: "1.24万", linked: "这些数字来自您打开的链接。", toArticle: "显示文章的数字", base: "12,000公里", stated: "1.5万", fallback: /1\.56万辆汽油车/, fault: /不是数字/ },
};

/** Opens an article with its widget live, and finds what a reader works with. */
async function article(t, { path }, { isLive = true, ...options } = {}) {
  const opened = await open(t, path, { viewport: { width: 1000, height: 800 }, ...options });
  const { page } = opened;
  const find = (selector) => page.locator(`#ant ${selector}`);
  const parts = { result: find("[part=result]"), field: find(".num").first(), set: find(".set:not(.invisible)"), fault: find(".fault").first(), reset: find("footer [part=reset]"), slider: find("input[type=range]") };
  await parts.field.waitFor();
  if (isLive) await live(page);
  const shows = (text) => page.waitForFunction((text) => document.querySelector("#ant").shadowRoot.querySelector("[part=result]")?.textContent === text, text, { timeout: 5000 }).catch(async () => assert.equal(await parts.result.textContent(), text));
  return { ...opened, ...parts, find, shows };
}

/** Presses Tab until this part of the widget has the focus. */
async function tabTo(page, selector) {
  for (let turn = 0; turn < 60; turn++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.querySelector("#ant").shadowRoot.activeElement?.matches(selector), selector)) return;
  }
  assert.fail(`Tab never comes to ${selector}`);
}

for (const [lang, words] of Object.entries(ARTICLES)) {
  test(`${lang}: with the keyboard alone, from the article's number to one's own and its working`, async (t) => {
    const { page, field, set, shows, find, errors, requests } = await article(t, words);
    await shows(words.article);
    assert.equal(await set.count(), 0);
    await tabTo(page, ".num");
    await page.keyboard.type("15000");
    await shows(words.own);
    await page.keyboard.press("Enter");
    assert.match(await field.inputValue(), /^15,000/);
    for (const said of [words.set, words.back]) assert.ok((await set.textContent()).includes(said), await set.textContent());
    await tabTo(page, ".panel[part=working] > summary");
    await page.keyboard.press("Enter");
    await find("[part=working] .exact").waitFor();
    assert.match(await find("[part=working] .exact").textContent(), /^12,?449\.8/);
    // The panel follows while it is open.
    await field.focus();
    await page.keyboard.press("Home");
    await page.waitForFunction(() => /^37,3/.test(document.querySelector("#ant").shadowRoot.querySelector("[part=working] .exact")?.textContent));
    assert.deepEqual(errors, []);
    assert.ok(requests.every((url) => url.startsWith(open.server.url)), "no request to a third host");
  });

  test(`${lang}: keys, faults, and the way back`, async (t) => {
    const { page, field, set, fault, reset, shows, errors } = await article(t, words);
    const now = async () => Number(await field.getAttribute("aria-valuenow"));
    await field.focus();
    const limits = await field.evaluate((one) => [one.ariaValueMin, one.ariaValueMax].map(Number));
    await page.keyboard.press("ArrowUp");
    const step = (await now()) - 12000;
    assert.ok(step > 0);
    await page.keyboard.press("ArrowDown");
    assert.equal(await now(), 12000);
    await page.keyboard.press("PageUp");
    assert.equal(await now(), 12000 + 10 * step);
    await page.keyboard.press("PageDown");
    assert.equal(await now(), 12000);
    await page.keyboard.press("Home");
    assert.equal(await now(), limits[0]);
    await page.keyboard.press("End");
    assert.equal(await now(), limits[1]);
    await page.keyboard.press("Escape");
    assert.equal(await now(), 12000, "what it was when the reader came");
    await shows(words.article);
    await page.waitForFunction((base) => document.querySelector("#ant").shadowRoot.querySelector(".num").value === base, words.base);
    await page.keyboard.type("15000");
    await shows(words.own);
    assert.equal(await field.inputValue(), "15000", "who steps and then types means another number");
    await page.keyboard.press("Escape");
    await shows(words.article);

    await field.fill("15000");
    await shows(words.own);
    for (const text of ["", "abc"]) {
      await field.fill(text);
      await page.waitForFunction(() => document.querySelector("#ant").shadowRoot.querySelector(".num").ariaInvalid === "true");
      assert.notEqual((await fault.textContent()).trim(), "");
      assert.match(await fault.textContent(), text ? words.fault : /./);
      await shows(words.own);
    }
    await field.blur();
    assert.match(await field.inputValue(), /^15,000/);
    assert.equal((await fault.textContent()).trim(), "");
    await reset.focus();
    await page.keyboard.press("Enter");
    await shows(words.article);
    assert.equal(await field.inputValue(), words.base);
    assert.equal(await set.count(), 0);
    assert.deepEqual(errors, []);
  });

  test(`${lang}: an input method is left alone while it composes, and taken at its word when it is done`, async (t) => {
    const { page, field, fault, shows, errors } = await article(t, words);
    const cdp = await page.context().newCDPSession(page);
    const compose = (text) => cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await field.focus();
    await field.selectText();
    await compose("いち");
    await page.waitForTimeout(100);
    assert.equal((await fault.textContent()).trim(), "", "letters on the way are no fault");
    await cdp.send("Input.insertText", { text: "いち" });
    await page.waitForFunction(() => document.querySelector("#ant").shadowRoot.querySelector(".num").ariaInvalid === "true");
    assert.match(await fault.textContent(), words.fault);
    await shows(words.article);
    await field.selectText();
    await compose("１５０００");
    await cdp.send("Input.insertText", { text: "１５０００" });
    await shows(words.own);
    assert.equal((await fault.textContent()).trim(), "");
    assert.deepEqual(errors, []);
  });

  test(`${lang}: a number is drawn with its result, its place in the range and the verdict on it in the same frame`, async (t) => {
    const { page, field } = await article(t, words);
    await field.focus();
    const shown = await field.evaluate(async (input) => {
      const root = input.getRootNode();
      const told = new Promise((done) => requestAnimationFrame(() => done([".range .now text", ".verdict .yours:not(.invisible)", "[part=result]"].map((part) => root.querySelector(part)?.textContent))));
      input.value = "15000";
      input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      return told;
    });
    assert.equal(shown[0], words.shown);
    assert.ok(shown[1]?.includes(words.shown), shown[1]);
    assert.equal(shown[2], words.own);
  });

  test(`${lang}: the mouse drags the number and the slider; the article's own sentence follows`, async (t) => {
    const { page, field, slider, result, reset, shows, errors } = await article(t, words);
    // A mouse that selected text on its way would have the page laid out at every move.
    await page.evaluate(() => addEventListener("mousedown", ({ defaultPrevented }) => (window.isKept = defaultPrevented)));
    const isKept = () => page.evaluate(() => window.isKept);
    const drag = async (locator, by, at = 0.5) => {
      await locator.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await locator.boundingBox();
      await page.mouse.move(x + width * at, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width * at + by, y + height / 2, { steps: 5 });
      await page.mouse.up();
    };
    await drag(field, 40);
    assert.equal(await isKept(), true);
    assert.ok(await field.evaluate((input) => input.getRootNode().activeElement === input), "it has the focus all the same");
    const dragged = await result.textContent();
    assert.notEqual(dragged, words.article);
    assert.ok(Number(await field.getAttribute("aria-valuenow")) > 12000);
    assert.notEqual(await page.locator("emissions-figure").evaluate(({ shadowRoot }) => shadowRoot.textContent), "");
    await drag(slider, 100);
    assert.equal(await isKept(), false, "the slider is the browser's own");
    assert.notEqual(await result.textContent(), dragged);
    await reset.click();
    await shows(words.article);
    assert.equal(await slider.inputValue(), "12000");
    assert.equal(await page.locator("emissions-figure").evaluate(({ shadowRoot }) => shadowRoot.textContent), "", "the author's words are back");
    assert.deepEqual(errors, []);
  });

  test(`${lang}: an address carries the reader's number`, async (t) => {
    const { page, field } = await article(t, words);
    await field.fill("15000");
    await page.waitForFunction(() => location.hash.includes("15000"));
    const { path } = words;
    const second = await article(t, { path: path + (await page.evaluate(() => location.hash)) });
    await second.shows(words.own);
    assert.ok((await second.set.textContent()).includes(words.set));
    // Whose numbers they are stands over them, and the way to the article's.
    const bar = second.find(".note");
    assert.equal(await bar.count(), 1);
    assert.ok((await bar.textContent()).includes(words.linked), await bar.textContent());
    assert.equal(await bar.getByRole("button").textContent(), words.toArticle);
    await bar.getByRole("button").click();
    await second.shows(words.article);
    assert.equal(await bar.count(), 0, "they are the article's now");
    assert.equal(await second.set.count(), 0);
    const third = await article(t, { path: `${path}#emissions-ant=nonsense` });
    await third.shows(words.article);
    assert.equal(await third.find(".note:not(.linked)").count(), 1, "the reader is told that it is not followed");
    assert.equal(await third.find(".note.linked").count(), 0);
  });

  test(`${lang}: a link copied at once has the reader's number; none is offered where the address cannot have it`, async (t) => {
    const { page, field, find, shows, errors } = await article(t, words, { permissions: ["clipboard-read", "clipboard-write"] });
    const share = find("[part=share]");
    await field.fill("15000");
    // Before the address follows by itself.
    await share.evaluate((button) => button.click());
    await shows(words.own);
    await page.waitForFunction(() => document.querySelector("#ant").shadowRoot.querySelector(".notice").textContent);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, new RegExp(`^${open.server.url}${words.path}#emissions-ant=v1,.*:15000`));

    await page.evaluate(() => addEventListener("emissions-change", (event) => event.preventDefault()));
    const beside = find("[part=share] + button");
    const { x } = await beside.boundingBox();
    await field.fill("16000");
    await share.waitFor({ state: "hidden" });
    assert.equal((await beside.boundingBox()).x, x, "its neighbour stays where it is");
    assert.deepEqual(errors, []);
    const routed = await article(t, { path: `${words.path}#/route` });
    assert.equal(await routed.find("[part=share]").isVisible(), false);
    assert.ok(await routed.find("[part=share] + button").isVisible());
  });

  test(`${lang}: the article's own sentence tells the reader's numbers from its own`, async (t) => {
    const { page, field, reset } = await article(t, words);
    const figure = page.locator("emissions-figure [part~=own]");
    const input = page.locator("emissions-input input");
    await field.fill("15000");
    await figure.waitFor();
    for (const [one, base] of [[figure, words.stated], [input, words.base]]) {
      assert.equal(await one.evaluate((one) => getComputedStyle(one).textDecorationStyle), "double");
      assert.ok((await one.getAttribute("title")).includes(base), `${await one.getAttribute("title")} names ${base}`);
    }
    await reset.click();
    await figure.waitFor({ state: "detached" });
    assert.equal(await input.getAttribute("part"), "control");
    const other = await article(t, { path: `${words.path}#emissions-ant=v1,show:person-year,base:4378.5944` });
    assert.equal(await other.find(".note").count(), 0, "a link without numbers brings none");
    assert.equal(await other.page.locator("emissions-figure").evaluate(({ shadowRoot }) => shadowRoot.textContent), "", "another comparison changes nothing of this one");
  });

  test(`${lang}: 320 pixels wide, nothing is cut off or scrolls sideways, the panels open too`, async (t) => {
    const { page, find } = await article(t, words, { viewport: { width: 320, height: 640 } });
    await openPanels(page, find);
    assert.deepEqual(await page.evaluate(wide), [0]);
  });

  test(`${lang}: nothing moves while the widget and its panels come, at any place of the article`, async (t) => {
    for (const viewport of [{ width: 1000, height: 800 }, { width: 400, height: 700 }]) {
      const { page, find } = await article(t, words, { viewport, init: watchShifts, isLive: false });
      for (let turn = 0; turn < 8; turn++) {
        await page.mouse.wheel(0, 200);
        await page.waitForTimeout(100);
      }
      await find(".panel").first().waitFor();
      await page.waitForTimeout(200);
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
      await live(page);
      await page.waitForTimeout(200);
      assert.deepEqual(await page.evaluate(() => window.shifts), [], "as it goes live");
    }
  });

  test(`${lang}: without scripts the same figures stand in the article`, async (t) => {
    const { page, requests } = await open(t, words.path, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, "no sideways scrolling");
    assert.match(await page.textContent("#ant"), words.fallback);
    assert.equal((await page.textContent("emissions-input")).trim(), words.base);
    assert.ok(requests.every((url) => !url.includes("/assets/")));
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`${lang}, ${colorScheme}: axe finds nothing, with closed and with open panels`, async (t) => {
      const { page, field, find, errors } = await article(t, words, { colorScheme, reducedMotion: "reduce" });
      await page.evaluate(AXE);
      const violations = async () => (await page.evaluate(() => window.axe.run())).violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [id, html.slice(0, 200), any[0]?.message]));
      assert.deepEqual(await violations(), []);
      await openPanels(page, find);
      await field.fill("abc");
      assert.deepEqual(await violations(), []);
      assert.deepEqual(errors, []);
    });
  }
}

test("two fingers that begin on a number make the page larger, and leave the number", async (t) => {
  const { page, field, shows } = await article(t, ARTICLES.en, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await field.scrollIntoViewIfNeeded();
  await shows(ARTICLES.en.article);
  const { x, y, width, height } = await field.boundingBox();
  const cdp = await page.context().newCDPSession(page);
  const touch = (type, ...points) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([right, down], id) => ({ x: x + width / 2 + right, y: y + height / 2 + down, id })) });
  await touch("touchStart", [0, 0]);
  // Not on the slider: Chromium keeps for itself a finger that begins on one, on any page.
  await touch("touchStart", [0, 0], [10, -80]);
  for (let turn = 1; turn <= 20; turn++) await touch("touchMove", [-3 * turn, 0], [10 + 3 * turn, -80 - 6 * turn]);
  await touch("touchEnd");
  await page.waitForFunction(() => visualViewport.scale > 1.5, undefined, { timeout: 3000 }).catch(() => assert.fail("the page is as large as before"));
  assert.equal(await field.inputValue(), ARTICLES.en.base);
});

function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => window.shifts.push(value))).observe({ type: "layout-shift", buffered: true });
}

/** Opens every panel, and whatever opens inside them. */
async function openPanels(page, find) {
  await find(".widget").scrollIntoViewIfNeeded();
  await find(".panel").first().waitFor();
  for (let turn = 0; turn < 2; turn++) {
    await page.evaluate(unfold);
    await page.waitForTimeout(200);
  }
  assert.ok((await find(".panel[open] .body").count()) >= 5);
}
