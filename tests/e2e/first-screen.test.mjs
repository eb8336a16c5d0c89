// What a reader meets first: how high it is, what stands where, and that nothing moves, is cut off or covered, whatever
// the reader does.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, ROOT, live, suite } from "./support.mjs";

const LANGUAGES = Object.keys(JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8")).assets.locales);
const EXAMPLES = readdirSync(join(ROOT, "data/disclosures")).map((name) => name.replace(".json", ""));

/** An article with this example, as wide as the demonstration's. */
const article = (lang, id) => `<!doctype html><html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"><meta charset="utf-8"><title>t</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/page.css"><script type="module" src="/embed.js"></script>
  <main><p>…</p><emissions-calculator id="ant" src="/${id}.json"></emissions-calculator><p>…</p></main></html>`;
const rules = LANGUAGES.flatMap((lang) => EXAMPLES.map((id) => ({ match: `/${id}.${lang}.test.html`, body: article(lang, id) })));
const open = suite({ server: { rules } });

const PHONE = { viewport: { width: 390, height: 844 } };
const DESKTOP = { viewport: { width: 1024, height: 768 } };
const FINGER = { ...PHONE, hasTouch: true, isMobile: true };

/** A page with a calculator, which is seen. */
async function seen(t, path, options) {
  const opened = await open(t, path, options);
  const find = (selector) => opened.page.locator(`#ant ${selector}`);
  await opened.page.locator("#ant").scrollIntoViewIfNeeded();
  await find(".widget .panel").first().waitFor();
  return { ...opened, find };
}

/** The same, live. */
async function played(t, path, options) {
  const opened = await seen(t, path, options);
  await live(opened.page);
  return opened;
}

/** Two frames later: whatever follows from what was done has been laid out. */
const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

// ---- How high it is

/** Pixels, with closed panels: what a reader of the demonstration article sees without scrolling. */
const HIGHEST = { 390: 900, 1024: 620 };
/** Pixels for any example: two notes' worth more, for totals by two methods and claims in several lines. */
const HIGHEST_OF_ALL = { 390: 960, 1024: 680 };

for (const [size, { viewport }] of Object.entries({ 390: PHONE, 1024: DESKTOP })) {
  for (const path of ["/index.html", "/zh.html"]) {
    test(`${size} px, ${path}: the whole widget with closed panels is within ${HIGHEST[size]} px`, async (t) => {
      const { page } = await seen(t, path, { viewport });
      const { height } = await page.locator("#ant").boundingBox();
      assert.ok(height > 300 && height <= HIGHEST[size], `${height} px`);
    });
  }

  test(`${size} px: each example is within ${HIGHEST_OF_ALL[size]} px`, async (t) => {
    const heights = {};
    for (const id of EXAMPLES) {
      const { page, close } = await seen(t, `/${id}.en.test.html`, { viewport });
      heights[id] = Math.round((await page.locator("#ant").boundingBox()).height);
      await close();
    }
    assert.equal(Object.keys(heights).length, EXAMPLES.length);
    t.diagnostic(JSON.stringify(heights));
    assert.deepEqual(Object.entries(heights).filter(([, height]) => !(height > 300 && height <= HIGHEST_OF_ALL[size])), []);
  });
}

// ---- What stands where

test("whose numbers, the sentence, the verdict and what is counted stand in this order; without a claim what is counted comes first", async (t) => {
  const orderOf = async (id) => {
    const { page, close } = await seen(t, `/${id}.en.test.html`, PHONE);
    const order = await page.evaluate(() => {
      const root = document.querySelector("#ant").shadowRoot;
      const parts = [".byline", "[part=headline]", "[part=sentence]", ".slider", ".range", "[part=claim]", "[part=scopes]", "[part=presets]", "[part=share]", "[part=working]"];
      const top = (part) => root.querySelector(part)?.getBoundingClientRect().top;
      return parts.filter((part) => top(part) !== undefined).sort((one, other) => top(one) - top(other));
    });
    await close();
    return order;
  };
  assert.deepEqual(await orderOf("ant-group-2021"), [".byline", "[part=headline]", "[part=sentence]", ".slider", ".range", "[part=claim]", "[part=scopes]", "[part=presets]", "[part=share]", "[part=working]"]);
  assert.deepEqual((await orderOf("microsoft-fy21")).slice(0, 4), [".byline", "[part=scopes]", "[part=headline]", "[part=sentence]"]);
});

test("a press on the strip opens the panel of what is counted, and another closes it", async (t) => {
  const { page, find, errors } = await seen(t, "/index.html", PHONE);
  const panel = find("[part=scopes]");
  for (const part of [".scopes", ".words", ".total"]) {
    assert.equal(await panel.locator(".bars").isVisible(), false);
    await panel.locator(`summary ${part}`).click();
    assert.ok(await panel.evaluate((one) => one.open), part);
    assert.ok(await panel.locator(".bars").isVisible());
    await panel.locator(`summary ${part}`).click();
  }
  await page.locator("#ant [part=scopes] > summary").press("Enter");
  assert.ok(await panel.evaluate((one) => one.open), "with a key too");
  assert.deepEqual(errors, []);
});

for (const lang of ["en", "zh-CN", "ar"]) {
  test(`${lang}: the controls of one number have names that tell them apart`, async (t) => {
    const { page, find } = await played(t, `/ant-group-2021.${lang}.test.html`, PHONE);
    const nameOf = async (locator) => {
      const [, name] = (await locator.ariaSnapshot()).match(/"((?:[^"\\]|\\.)*)"/) ?? [];
      return name;
    };
    const names = [];
    for (let index = 0; index < 2; index++) {
      const number = find(".num").nth(index);
      await number.press("ArrowUp");
      await find(".set:not(.invisible) button").waitFor();
      const own = [await nameOf(number), await nameOf(find("input[type=range]")), await nameOf(find(".set button"))];
      for (const name of own.slice(1)) assert.ok(name.includes(own[0]), `"${name}" does not say that it is of "${own[0]}"`);
      names.push(...own);
    }
    names.push(await nameOf(find("footer [part=reset]")));
    assert.ok(names.every(Boolean), names.join("; "));
    assert.equal(new Set(names).size, names.length, names.join("; "));
    assert.equal(await page.locator("#ant input[type=range]").count(), 1, "one slider, for the number touched last");
  });
}

// ---- Nothing is cut off

/** What of the widget's words does not stand in its box, or is hidden by another's. Runs in the page. */
function cutOff() {
  const root = document.querySelector("#ant").shadowRoot;
  const widget = root.querySelector(".widget").getBoundingClientRect();
  const found = [];
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  const told = (one) => one.outerHTML.slice(0, 90);
  const shown = [...root.querySelectorAll("*")].filter((one) => !one.closest(".visually-hidden") && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }));
  for (const one of shown) {
    const box = one.getBoundingClientRect();
    if (one.localName === "text" && (box.left < widget.left - 1 || box.right > widget.right + 1)) found.push(`${told(one)} runs out of the picture`);
    // A list is unseen over the name of what is chosen in it.
    if (one.closest("svg") || one.localName === "select") continue;
    if (box.left < widget.left - 1 || box.right > widget.right + 1) found.push(`${told(one)} runs out of the widget`);
    const { overflowX, overflowY } = getComputedStyle(one);
    if (overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) found.push(`${told(one)} is cut off: ${one.scrollWidth} of ${one.clientWidth} px wide`);
    if (overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1) found.push(`${told(one)} is cut off: ${one.scrollHeight} of ${one.clientHeight} px high`);
  }
  // Words in a picture stand beside each other, not over each other.
  const words = [...root.querySelectorAll("svg text")].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  words.forEach((one, index) => {
    const box = one.getBoundingClientRect();
    const over = words.slice(index + 1).filter((other) => {
      const there = other.getBoundingClientRect();
      return other.ownerSVGElement === one.ownerSVGElement && Math.min(box.right, there.right) - Math.max(box.left, there.left) > 1 && Math.min(box.bottom, there.bottom) - Math.max(box.top, there.top) > 3;
    });
    found.push(...over.map((other) => `"${one.textContent}" and "${other.textContent}" stand over each other`));
  });
  return found;
}

for (const lang of LANGUAGES) {
  test(`${lang}, 390 px: with text alone at 200 % nothing is cut off, in any example`, async (t) => {
    for (const id of EXAMPLES) {
      const { page, find, close } = await seen(t, `/${id}.${lang}.test.html`, PHONE);
      assert.deepEqual(await page.evaluate(cutOff), [], `${id} at 100 %`);
      await page.addStyleTag({ content: ":root { font-size: 200% }" });
      await drawn(page);
      assert.deepEqual(await page.evaluate(cutOff), [], id);
      assert.ok(parseFloat(await find("[part=sentence]").evaluate((one) => getComputedStyle(one).fontSize)) >= 32, "the letters are larger");
      await close();
    }
  });
}

// ---- Nothing moves

/** Notes where everything of the page begins. Runs in the page, before the first press. */
function watchPlaces() {
  const root = document.querySelector("#ant").shadowRoot;
  // A mark in a picture moves with its number; words in the sentence may end earlier or later, but begin where they did.
  const all = () => [...document.querySelectorAll("body *"), ...root.querySelectorAll("*")].filter((one) => !one.parentElement?.closest("svg") && !one.closest(".visually-hidden, option, optgroup") && one.checkVisibility());
  const place = () => new Map(all().map((one) => [one, one.getBoundingClientRect()]));
  const name = (one) => `${one.localName}.${one.getAttribute("class") ?? ""} "${one.textContent.slice(0, 30)}"`;
  let before = place();
  let scroll = scrollY;
  window.shifts = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shifts += value))).observe({ type: "layout-shift" });
  /** What has moved since, against the page. */
  window.moved = (isReworded) => {
    const now = place();
    const found = [];
    for (const [one, was] of before) {
      const is = now.get(one);
      if (!is || !was.width || !is.width) continue;
      // Another preset may count in CO₂e what this one counts in CO₂: then the sentence says so.
      if (isReworded && one.closest(".sentence") !== one && one.closest(".sentence")) continue;
      const across = getComputedStyle(one).direction === "rtl" ? is.right - was.right : is.left - was.left;
      const down = is.top + scrollY - was.top - scroll;
      if (Math.hypot(across, down) >= 1) found.push(`${name(one)} by ${across.toFixed(1)}, ${down.toFixed(1)}`);
    }
    before = now;
    scroll = scrollY;
    return found.slice(0, 8);
  };
}

const DONE = { 390: PHONE, 1024: DESKTOP };
for (const [size, options] of Object.entries(DONE)) {
  for (const lang of ["en", "zh-CN", "de", "ar"]) {
    test(`${size} px, ${lang}: nothing moves while a number is stepped, typed, refused and put back, presets change, and something is copied`, async (t) => {
      const { page, find, errors } = await played(t, `/ant-group-2021.${lang}.test.html`, { ...options, permissions: ["clipboard-read", "clipboard-write"] });
      await page.evaluate(watchPlaces);
      const still = async (what, isReworded) => {
        await drawn(page);
        assert.deepEqual(await page.evaluate((isReworded) => window.moved(isReworded), isReworded), [], what);
      };
      const number = find(".num").first();
      await number.focus();
      await still("a number has the focus");
      for (const key of ["ArrowUp", "ArrowUp", "PageUp", "End", "Home", "Escape"]) {
        await page.keyboard.press(key);
        await still(key);
      }
      for (const text of ["15000", "9000", "25000", "6100"]) {
        await number.fill(text);
        await still(`${text} typed`);
      }
      await number.fill("90000");
      await find(".set.unusual:not(.invisible)").waitFor();
      await still("an unusual number");
      await number.fill("abc");
      await find(".num.faulty").waitFor();
      assert.notEqual(await find(".fault").first().textContent(), "");
      await still("a fault");
      await number.press("Escape");
      await still("a fault taken back");
      await number.press("ArrowUp");
      await find(".set:not(.invisible) button").click();
      await still("one number put back");
      const slider = find("input[type=range]");
      for (const key of ["ArrowRight", "End", "Home"]) {
        await slider.press(key);
        await still(`${key} on the slider`);
      }
      await find("footer [part=reset]").click();
      await still("all numbers put back");
      // Chromium takes a text of both directions, "12,000 كم", for shifted when it only grows at its end.
      if (lang !== "ar") assert.equal(await page.evaluate(() => window.shifts), 0);
      const presets = find("[part=presets] select");
      for (const value of await presets.evaluate((list) => [...list.options].map(({ value }) => value).reverse())) {
        await presets.selectOption(value);
        await still(`the preset ${value}`, true);
      }
      await find("[part=share] + button").click();
      await page.waitForFunction(() => document.querySelector("#ant").shadowRoot.querySelector("footer .notice").textContent);
      await still("a notice");
      assert.deepEqual(errors, []);
    });
  }

  test(`${size} px: nothing moves while the number and the slider are dragged`, async (t) => {
    const { page, find } = await played(t, "/ant-group-2021.en.test.html", options);
    await page.evaluate(watchPlaces);
    for (const selector of [".num", "input[type=range]"]) {
      const { x, y, width, height } = await find(selector).first().boundingBox();
      const share = selector === ".num" ? 0.5 : await find(selector).evaluate(({ value, min, max }) => (value - min) / (max - min));
      const from = { x: selector === ".num" ? x + width / 2 : x + height / 2 + share * (width - height), y: y + height / 2 };
      const before = await find("[part=result]").textContent();
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (const by of [10, 25, 40, 60, 20, -10, -30, -60, -20]) {
        await page.mouse.move(from.x + by, from.y);
        await drawn(page);
        assert.deepEqual(await page.evaluate(() => window.moved()), [], `${selector} dragged by ${by}`);
      }
      assert.notEqual(await find("[part=result]").textContent(), before);
      await page.mouse.up();
      await drawn(page);
      assert.deepEqual(await page.evaluate(() => window.moved()), [], `${selector} let go`);
    }
    assert.equal(await page.evaluate(() => window.shifts), 0);
  });

  for (const path of ["/index.html", "/zh.html"]) {
    test(`${size} px, ${path}: the first press anywhere moves nothing, and the last panel opens at the first click`, async (t) => {
      for (const place of ["text above", "number", "strip", "text below", "last panel"]) {
        const { page, find, close } = await seen(t, path, options);
        const target = { "text above": page.locator("main > p").first(), number: find(".num").first(), strip: find("[part=scopes] > summary"), "text below": page.locator("main > p").last(), "last panel": find(".panels > .panel > summary").last() }[place];
        // As a reader comes there, scrolling by.
        for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, 300);
        await target.evaluate((one) => one.scrollIntoView({ block: "center" }));
        await drawn(page);
        await page.evaluate(watchPlaces);
        const { x, y, width, height } = await target.boundingBox();
        await page.mouse.move(x + Math.min(width / 2, 40), y + height / 2);
        await page.mouse.down();
        await drawn(page);
        assert.deepEqual(await page.evaluate(() => window.moved()), [], `a press on the ${place}`);
        await page.mouse.up();
        if (place === "last panel") {
          assert.ok(await find(".panels > .panel").last().evaluate((one) => one.open), "it opens at the first click");
        } else if (place !== "strip") {
          await drawn(page);
          assert.deepEqual(await page.evaluate(() => window.moved()), [], `a click on the ${place}`);
        }
        await close();
      }
    });
  }
}

test("a thumb that scrolls the page over a slider leaves it as it was", async (t) => {
  const { page, find } = await played(t, "/index.html", FINGER);
  const slider = find("input[type=range]");
  await slider.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await drawn(page);
  const cdp = await page.context().newCDPSession(page);
  const before = await slider.inputValue();
  const result = await find("[part=result]").textContent();
  for (const [share, down] of [[0.8, -200], [0.3, 150], [0.1, -120]]) {
    const { x, y, width, height } = await slider.boundingBox();
    const from = { x: x + share * width, y: y + height / 2 };
    const top = await page.evaluate(() => scrollY);
    const touch = (type, ...touchPoints) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", from);
    // No thumb goes straight.
    for (let step = 1; step <= 20; step++) await touch("touchMove", { x: from.x + step / 2, y: from.y + (down * step) / 20 });
    await touch("touchEnd");
    await page.waitForFunction((top) => Math.abs(scrollY - top) > 50, top);
    assert.equal(await slider.inputValue(), before, `from ${share} of its width`);
  }
  assert.equal(await find("[part=result]").textContent(), result);
  assert.equal(await find(".set:not(.invisible)").count(), 0);
});

// ---- A focus ring covers no word

/** Counts the points of three pictures of one place where the ring is, and where it is over a letter. Runs in the page. */
async function compare(pictures) {
  const [plain, wordless, ringed] = await Promise.all(
    pictures.map(async (picture) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      pen.drawImage(bitmap, 0, 0);
      return pen.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }),
  );
  const differ = (one, other, at) => Math.max(...[0, 1, 2].map((part) => Math.abs(one[at + part] - other[at + part]))) > 60;
  let ring = 0;
  let covered = 0;
  for (let at = 0; at < plain.length; at += 4) {
    if (!differ(wordless, ringed, at)) continue;
    ring++;
    if (differ(plain, wordless, at)) covered++;
  }
  return { ring, covered };
}

for (const lang of ["en", "zh-CN", "ar"]) {
  test(`${lang}, 390 px: a focus ring covers no word`, async (t) => {
    const { page, find } = await played(t, `/ant-group-2021.${lang}.test.html`, { ...PHONE, reducedMotion: "reduce" });
    await find(".num").first().press("ArrowUp");
    await find(".set:not(.invisible) button").waitFor();
    await page.evaluate(() => {
      const root = document.querySelector("#ant").shadowRoot;
      const sheet = (text) => {
        const made = new CSSStyleSheet();
        made.replaceSync(text);
        return made;
      };
      const own = [...root.adoptedStyleSheets];
      const noRing = sheet("*, *:focus { outline: none !important }");
      const noWords = sheet("*, ::selection { -webkit-text-fill-color: transparent !important } text { fill: transparent !important } * { text-decoration-color: transparent !important; caret-color: transparent !important }");
      window.looks = (withRing, withWords) => {
        root.adoptedStyleSheets = [...own, ...(withRing ? [] : [noRing]), ...(withWords ? [] : [noWords])];
      };
    });
    const controls = find("button, input, select, summary");
    const count = await controls.count();
    let rings = 0;
    const found = [];
    for (let index = 0; index < count; index++) {
      const control = controls.nth(index);
      if (!(await control.isVisible())) continue;
      await control.focus();
      await page.keyboard.press("Shift"); // so that the browser shows the focus
      const { x, y, width, height } = await control.boundingBox();
      const clip = { x: Math.max(0, x - 12), y: Math.max(0, y - 12), width: width + 24, height: height + 24 };
      const pictures = [];
      for (const [withRing, withWords] of [[false, true], [false, false], [true, false]]) {
        await page.evaluate(([withRing, withWords]) => window.looks(withRing, withWords), [withRing, withWords]);
        pictures.push((await page.screenshot({ clip })).toString("base64"));
      }
      const { ring, covered } = await page.evaluate(compare, pictures);
      const told = await control.evaluate((one) => one.outerHTML.slice(0, 100));
      assert.ok(ring > 100, `${told} shows no ring`);
      if (covered > 2) found.push(`the ring of ${told} is over letters in ${covered} points`);
      rings++;
    }
    assert.deepEqual(found, []);
    assert.ok(rings >= 14, `${rings} controls`);
  });
}
