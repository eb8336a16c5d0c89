// Who cannot see it, cannot use a mouse, needs large letters or other colours: the widget in each of its languages.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, live, suite, noteLive } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const LANGUAGES = Object.keys(JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8")).assets.locales);
const open = suite();

/** The article with its widget in this language, live. */
async function widget(t, lang, { hash = "", ...options } = {}) {
  const opened = await open(t, `/index.html${hash}`, { viewport: { width: 1000, height: 800 }, reducedMotion: "reduce", ...options });
  const { page } = opened;
  await page.evaluate((lang) => document.querySelector("#ant").setAttribute("lang", lang), lang);
  const find = (selector) => page.locator(`#ant ${selector}`);
  await find(`.widget[lang="${lang}"] .panel`).first().waitFor();
  await live(page);
  return { ...opened, find };
}

/** Opens every panel, and whatever opens inside them. */
async function openAll(page) {
  const openClosed = () => page.evaluate(async () => {
    const closed = document.querySelector("#ant").shadowRoot.querySelectorAll("details:not([open]) > summary");
    closed.forEach((one) => one.click());
    // What a panel holds follows when the browser has told of its opening, before the second frame at the latest.
    for (let turn = 0; turn < 3; turn++) await new Promise(requestAnimationFrame);
    return closed.length;
  });
  while (await openClosed());
}

/** What axe finds in the widget, in both themes. */
async function violations(page) {
  const found = [];
  await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await page.evaluate(() => window.axe.run("main"));
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [colorScheme, id, html.slice(0, 200), any[0]?.message])));
  }
  return found;
}

/** Every control of the widget and its panels that can be seen. */
const CONTROLS = "button, input, select, summary, a[href], [tabindex]";

for (const lang of LANGUAGES) {
  test(`${lang}: axe finds nothing, closed, open, with a fault and with unusual numbers, in both themes`, async (t) => {
    const { page, find, errors } = await widget(t, lang);
    assert.deepEqual(await violations(page), [], "as it comes");
    await openAll(page);
    assert.ok((await find(".panel[open] .body").count()) >= 6);
    assert.deepEqual(await violations(page), [], "with every panel open");
    await find(".num").first().fill("90000");
    await find(".set.unusual:not(.invisible)").waitFor();
    assert.deepEqual(await violations(page), [], "with an unusual number");
    await find(".num").nth(1).fill("abc");
    await find(".num.faulty").waitFor();
    assert.deepEqual(await violations(page), [], "with a fault");
    assert.deepEqual(errors, []);
  });

  for (const [what, width, size] of [["320 pixels wide", 320, 16], ["letters at 200 %", 640, 32]]) {
    test(`${lang}, ${what}: nothing scrolls sideways or is cut off, and every control is large enough`, async (t) => {
      const { page } = await widget(t, lang, { viewport: { width, height: 700 } });
      await page.addStyleTag({ content: `:root { font-size: ${size}px }` });
      await openAll(page);
      // The way back to the number is a control too, once there is one.
      await page.locator("#ant .num").first().press("ArrowUp");
      await page.locator("#ant .set:not(.invisible) button").waitFor();
      const { sideways, out, small, count } = await page.evaluate((controls) => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const all = [...document.querySelector("#ant").shadowRoot.querySelectorAll("*")].filter((one) => !one.closest(".visually-hidden, svg") && one.checkVisibility({ visibilityProperty: true }));
        const box = (one) => one.getBoundingClientRect();
        const told = (list) => list.map((one) => `${one.outerHTML.slice(0, 100)} ${box(one).width} × ${box(one).height}`);
        // WCAG 2.5.8 lets a link inside a sentence be as high as its line; none of ours is in one.
        const targets = all.filter((one) => one.matches(controls));
        return {
          sideways: scrollWidth - clientWidth,
          out: told(all.filter((one) => box(one).right > clientWidth + 1 || box(one).left < -1)),
          small: told(targets.filter((one) => box(one).width < 24 || box(one).height < 24)),
          count: targets.length,
        };
      }, CONTROLS);
      assert.equal(sideways, 0);
      assert.deepEqual(out, []);
      assert.deepEqual(small, []);
      // Two lists stand for what would be some forty buttons.
      assert.ok(count >= 20, `only ${count} controls are there`);
    });
  }
}

const OTHERS = {
  "an amount without a file": `<emissions-calculator id="ant" amount="1000 tCO2e"></emissions-calculator>`,
  "a file that discloses nothing": `<emissions-calculator id="ant"><script type="application/json">{ "version": 1, "id": "s", "lang": "en", "organisation": "S", "period": "2021",
    "source": { "title": "T", "publisher": "P" }, "entries": [ { "id": "a", "kind": "emission", "amount": null } ] }</script></emissions-calculator>`,
  "a file with scope 3 by category": `<emissions-calculator id="ant" src="/microsoft-fy21.json"></emissions-calculator>`,
  "a file with a comparison of its own": `<emissions-calculator id="ant" src="/iphone-average.json"></emissions-calculator>`,
  "the compact view": `<emissions-calculator id="ant" src="/ant-group-2021.json" view="compact"></emissions-calculator>`,
  "the sentence alone": `<emissions-calculator id="ant" src="/ant-group-2021.json" view="sentence"></emissions-calculator>`,
};

/** A page of this kind with this calculator, every panel open. */
async function placed(t, lang, element, style = ":root { color-scheme: light dark; background: light-dark(#fff, #121212); color: light-dark(#000, #fff) }") {
  const opened = await open(t, "/hosts/base.html", { viewport: { width: 800, height: 800 } });
  const { page } = opened;
  await page.setContent(`<!doctype html><html lang="${lang}"><title>t</title><style>${style}</style><main><h1>t</h1><h2>u</h2>${element}</main><script type="module" src="${open.server.url}/embed.js"></script></html>`);
  // A document that is written anew has lost its listeners.
  await page.evaluate(noteLive);
  await page.locator("#ant .widget").waitFor();
  if (!element.includes("sentence")) await page.locator("#ant .panel").first().waitFor();
  await openAll(page);
  return opened;
}

/** A notice goes after four seconds, and axe may take longer. */
function keepNotices() {
  const { setTimeout } = window;
  window.setTimeout = (act, delay, ...values) => (delay === 4000 ? 0 : setTimeout(act, delay, ...values));
}

/** Runs in the page. */
const noticeIsShown = () => document.querySelector("#ant").shadowRoot.querySelector("footer .notice").textContent;

const SPOKEN = ["en", "zh-CN", "ar"];
for (const [what, element] of Object.entries(OTHERS)) {
  for (const lang of SPOKEN) {
    test(`${lang}, ${what}: axe finds nothing, in both themes`, async (t) => {
      const { page, errors } = await placed(t, lang, element);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
    });
  }
}

for (const [ground, theme] of [["light", "dark"], ["dark", "light"], ["light", "auto"], ["dark", "auto"]]) {
  test(`theme="${theme}" on a page that is ${ground}: axe finds nothing, whatever the reader prefers`, async (t) => {
    const [background, color] = ground === "dark" ? ["#121212", "#fff"] : ["#fff", "#000"];
    const element = `<emissions-calculator id="ant" src="/ant-group-2021.json" theme="${theme}"></emissions-calculator>`;
    const { page, errors } = await placed(t, "en", element, `:root { color-scheme: ${ground}; background: ${background}; color: ${color} }`);
    await live(page);
    await page.locator("#ant .num").first().fill("90000");
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(errors, []);
  });
}

for (const lang of SPOKEN) {
  test(`${lang}: axe finds nothing in a note about the address, nor beside what was copied`, async (t) => {
    const { page, find, errors } = await widget(t, lang, { hash: "#emissions-ant=nonsense", permissions: ["clipboard-read", "clipboard-write"], init: keepNotices });
    await find("[role=note]").waitFor();
    await find("[part=share] + button").click();
    await page.waitForFunction(noticeIsShown);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(errors, []);
  });

  test(`${lang}: axe finds nothing in a comparison of each kind, nor over the numbers of a link`, async (t) => {
    const { page, find, errors } = await widget(t, lang, { hash: "#emissions-ant=v1,show:petrol-car-year,petrol-car-year.distance:15000km/yr,base:15562.344,is:12449.875" });
    await find(".note.linked button").waitFor();
    assert.deepEqual(await violations(page), [], "the link's numbers");
    await openAll(page);
    const list = find("[part=comparisons] select");
    const kinds = await list.evaluate((list) => [...list.querySelectorAll("optgroup")].map((kind) => kind.querySelector("option").value));
    assert.ok(kinds.length >= 4, kinds.join(", "));
    for (const kind of kinds) {
      await list.selectOption(kind);
      await page.waitForFunction((kind) => document.querySelector("#ant").shadowRoot.querySelector("[part=comparisons] option:checked").value === kind, kind);
      assert.deepEqual(await violations(page), [], kind);
    }
    assert.deepEqual(errors, []);
  });
}

for (const lang of SPOKEN) {
  test(`${lang}: Tab comes to every control in the order of the page, each shows that it has the focus, and each does its work`, async (t) => {
    const { page, find, errors } = await widget(t, lang, { permissions: ["clipboard-read", "clipboard-write"] });
    await openAll(page);
    const expected = await page.evaluate((controls) => {
      const all = [...document.querySelector("#ant").shadowRoot.querySelectorAll(controls)];
      const reachable = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0);
      reachable.forEach((one, index) => (one.dataset.stop = index));
      return reachable.map((one) => one.outerHTML.slice(0, 120));
    }, CONTROLS);
    await page.locator("emissions-input").evaluate((one) => one.shadowRoot.querySelector("input").focus());
    const stops = [];
    for (let turn = 0; turn < expected.length + 10 && stops.length < expected.length; turn++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const one = document.querySelector("#ant").shadowRoot.activeElement;
        if (!one) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return { stop: Number(one.dataset.stop), isShown: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, html: one.outerHTML.slice(0, 120) };
      });
      if (stop) stops.push(stop);
    }
    assert.deepEqual(stops.map(({ stop }) => stop), expected.map((_, index) => index), JSON.stringify(expected));
    assert.deepEqual(stops.filter(({ isShown }) => !isShown), []);

    // Each does with the keys what it says, and the focus stays where it is.
    const has = (selector) => page.evaluate((selector) => document.querySelector("#ant").shadowRoot.activeElement?.matches(selector), selector);
    const result = () => find("[part=result]").textContent();
    const changes = async (act, why) => {
      const before = await result();
      await act();
      await page.waitForFunction((before) => document.querySelector("#ant").shadowRoot.querySelector("[part=result]").textContent !== before, before, { timeout: 5000 }).catch(() => assert.fail(`${why} changes nothing`));
    };
    for (const [index, number] of (await find(".num").all()).entries()) {
      await number.focus();
      for (const key of ["ArrowUp", "PageDown", "Home", "End", "Escape"]) await changes(() => page.keyboard.press(key), `${key} in number ${index}`);
      assert.ok(await has(".num"));
    }
    // One slider: that of the number which was touched last.
    for (const [index, number] of (await find(".num").all()).entries()) {
      await number.focus();
      const slider = find(`input[type=range][aria-label*="${await number.getAttribute("aria-label")}"]`);
      await slider.focus();
      await changes(() => page.keyboard.press("Home"), `Home in slider ${index}`);
      assert.ok(await has("input[type=range]"));
      await find(".set:not(.invisible) button").focus();
      await changes(() => page.keyboard.press("Enter"), `the way back of number ${index}`);
      await page.waitForFunction(() => document.querySelector("#ant").shadowRoot.activeElement?.matches("input[type=range]"), undefined, { timeout: 5000 }).catch(() => assert.fail("the focus is lost when the button goes"));
    }
    for (const part of ["presets", "comparisons"]) {
      const list = find(`[part=${part}] select`);
      const values = await list.evaluate((list) => [...list.options].map(({ value }) => value));
      assert.ok(values.length > 3, values.join(", "));
      const before = await list.inputValue();
      await list.focus();
      await page.keyboard.press("Home");
      for (const value of values.slice(1)) {
        // Two presets may come to the same result: the name of what is chosen tells.
        await page.keyboard.press("ArrowDown");
        assert.equal(await list.inputValue(), value);
        const name = await list.evaluate((list) => list.selectedOptions[0].text);
        await find(`[part=${part}] .chosen`).filter({ hasText: name }).waitFor();
        assert.ok(await has(`[part=${part}] select`), `the focus stays in the list of ${part}`);
      }
      await list.selectOption(before);
    }
    await find(".num").first().fill("15000");
    const reset = find("footer [part=reset]");
    await reset.focus();
    await changes(() => page.keyboard.press("Enter"), "the way back");
    assert.ok(await has("footer [part=reset]"), "the focus stays on the way back when it is closed");
    await changes(() => find(".num").first().fill("15000"), "a number");
    for (const [button, copied] of [["[part=share]", /^http.*#emissions-ant=v1,.*15000/], ["[part=share] + button", /\d.* http/s]]) {
      await page.evaluate(() => navigator.clipboard.writeText(""));
      await find(button).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(noticeIsShown);
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), copied, button);
      assert.ok(await has(button), "the focus stays on the button");
    }
    const summaries = await find(":is(.panel, details.table) > summary").all();
    assert.ok(summaries.length >= 8, `${summaries.length} that open and close`);
    for (const summary of summaries.toReversed()) {
      const isOpen = () => summary.evaluate((one) => one.parentElement.open);
      const before = await isOpen();
      await summary.focus();
      await page.keyboard.press("Enter");
      assert.notEqual(await isOpen(), before, await summary.textContent());
      assert.ok(await has("summary"));
    }
    const source = find("[part=sources] a[href]").first();
    await find("[part=sources] > summary").focus();
    await page.keyboard.press("Enter");
    await source.waitFor();
    await page.keyboard.press("Tab");
    assert.ok(await has("[part=sources] a[href]"), "Tab goes on to the first source");
    assert.match(await source.getAttribute("href"), /^https?:/);
    assert.deepEqual(errors, []);
  });
}

test("what a screen reader is told: each part by its name and its role, each number once", async (t) => {
  const { page } = await widget(t, "en");
  const tree = await page.locator("#ant").ariaSnapshot();
  const lines = tree.split("\n").map((line) => line.trim().replace(/^- /, ""));
  for (const line of [
    'region "What this amount of emissions compares with":',
    "text: A cut of 37,909.87 tonnes of carbon dioxide equivalent is about",
    'strong: 15,600 petrol cars',
    'spinbutton "Distance a year": 12,000 km',
    'spinbutton "Emissions per kilometre": 0.203 kg',
    "text: of carbon dioxide per kilometre.",
    'slider "Distance a year, slider": "12000"',
    'combobox "Assumptions from":',
    'option "The article" [selected]',
    'option "China"',
    'combobox "Compare with"',
    'button "Back to the article’s numbers" [disabled]',
    'group "What is behind the number":',
    'heading "What is counted" [level=3]',
    'heading "Who promised what" [level=3]',
  ]) assert.ok(lines.includes(line), `${line} is not in\n${tree}`);
  assert.equal(lines.filter((line) => /^status\b/.test(line)).length, 1, "one live region");
});

test("the result is said once, in a sentence, after a pause, and never while a number moves", async (t) => {
  const { page, find } = await widget(t, "en");
  await page.evaluate(() => {
    window.said = [];
    const region = document.querySelector("#ant").shadowRoot.querySelector("[aria-live]");
    new MutationObserver(() => window.said.push(region.textContent)).observe(region, { characterData: true, childList: true, subtree: true });
  });
  await find(".num").first().focus();
  for (let turn = 0; turn < 6; turn++) {
    await page.keyboard.press("ArrowUp");
    await page.waitForTimeout(100);
  }
  assert.deepEqual(await page.evaluate(() => window.said), []);
  await page.waitForFunction(() => window.said.length > 0);
  await page.waitForTimeout(300);
  const said = await page.evaluate(() => window.said);
  assert.equal(said.length, 1);
  assert.match(said[0], /^A cut of 37,909\.87 tonnes of carbon dioxide equivalent is about 12,400 petrol cars .* 15,000 km a year/);
});

test("in forced colours what is chosen, what can be set and what has the focus is still told apart", async (t) => {
  const { page, find } = await widget(t, "en", { forcedColors: "active" });
  const look = (locator) => locator.evaluate((one) => ["backgroundColor", "color", "outlineStyle", "outlineWidth", "borderTopColor", "borderBottomStyle"].map((name) => getComputedStyle(one)[name]).join());
  const list = find("[part=presets] select");
  // What is chosen stands in the list, in the reader's own colours.
  assert.equal(await list.evaluate((one) => getComputedStyle(one).forcedColorAdjust), "auto");
  assert.notEqual((await list.locator("option:checked").textContent()).trim(), "");
  for (const part of [list, find("input[type=range]"), find(".num").first(), find(".panel > summary").first()]) {
    const before = await look(part);
    await part.focus();
    await page.keyboard.press("Shift"); // so that the browser shows the focus
    assert.notEqual(await look(part), before, await part.evaluate((one) => one.outerHTML.slice(0, 100)));
  }
  for (const control of [find(".num").first(), list, find("[part=comparisons] select")]) {
    const line = await control.evaluate((one) => [getComputedStyle(one).borderBottomStyle, getComputedStyle(one).borderBottomWidth]);
    assert.notEqual(line[0], "none");
    assert.ok(parseFloat(line[1]) >= 1);
  }
  // The verdict is told by a mark and a word, not by a colour alone.
  assert.equal(await find("[part=claim] .mark").textContent(), "≈");
  assert.match(await find("[part=claim] b").first().textContent(), /^Holds, roughly/);
});

test("who wants no motion gets none, where others see a panel's arrow turn", async (t) => {
  const moves = async (reducedMotion) => {
    const { page } = await widget(t, "en", { reducedMotion });
    return page.evaluate(async () => {
      const root = document.querySelector("#ant").shadowRoot;
      root.querySelector(".panel > summary").click();
      const seen = [];
      for (let turn = 0; turn < 5; turn++) {
        await new Promise(requestAnimationFrame);
        seen.push(...root.getAnimations());
      }
      return seen.length;
    });
  };
  assert.ok((await moves("no-preference")) > 0);
  assert.equal(await moves("reduce"), 0);
});
