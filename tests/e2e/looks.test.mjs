// What a newsroom may make of the looks: each custom property, each part, its own type, and a theme that is not the page's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, ROOT, live, suite } from "./support.mjs";

const article = readFileSync(join(DIST, "index.html"), "utf8");
const themed = article.replace('<emissions-calculator id="ant"', '$& theme="dark"');
const open = suite({ server: { rules: [{ match: "/themed.html", body: themed }] } });

/** The article with its widget, its panels and the number of a reader in its sentence; and computed styles in it. */
async function looks(t, options = {}) {
  const opened = await open(t, "/index.html", options);
  const { page } = opened;
  await page.locator("#ant").scrollIntoViewIfNeeded();
  await page.locator("#ant .panel").nth(5).waitFor();
  await live(page);
  await page.locator("#ant .num").first().fill("15000");
  await page.locator("emissions-figure [part~=own]").waitFor();
  const style = (selector, property) => page.locator(selector).first().evaluate((one, property) => getComputedStyle(one).getPropertyValue(property), property);
  return { ...opened, style };
}

/** What each property is seen in: an element and its style. The last two are not colours. */
const PROPERTIES = {
  accent: [["#ant .num", "color"], ["#ant .num", "border-bottom-color"], ["#ant input[type=range]", "accent-color"], ["#ant .set", "color"], ["#ant .range .now circle", "fill"], ["emissions-input input", "color"]],
  ink: [["#ant .widget", "color"], ["#ant .widget", "border-top-color"], ["#ant [part=result]", "color"]],
  soft: [["#ant .byline", "color"], ["#ant .panels .aside", "color"]],
  line: [["#ant .panel", "border-top-color"], ["#ant [part=presets] .chosen", "border-top-color"]],
  wash: [["#ant .verdict", "background-color"]],
  warn: [["#ant .verdict", "border-left-color"]],
  surface: [["#ant .widget", "background-color"], ["#ant .range .source circle", "fill"], ["emissions-input [role=alert]", "background-color"]],
  font: [["#ant .widget", "font-family"], ["#ant .num", "font-family"], ["#ant select", "font-family"], ["#ant .panels", "font-family"]],
  size: [["#ant .widget", "font-size"], ["#ant .panels", "font-size"]],
};
const VALUES = { font: ["cursive", "cursive"], size: ["23px", "23px"] };

test("each custom property that the style sheet names does what it is for", async (t) => {
  const head = readFileSync(join(ROOT, "styles/widget.css"), "utf8").split("*/")[0];
  assert.deepEqual([...head.matchAll(/^ +--emissions-(\w+) /gm)].map(([, name]) => name).sort(), Object.keys(PROPERTIES).sort());
  const { page, style } = await looks(t);
  await page.$eval("#ant", (element) => (element.theme = "light"));
  for (const [name, seen] of Object.entries(PROPERTIES)) {
    const [value, computed] = VALUES[name] ?? ["rgb(1, 2, 3)", "rgb(1, 2, 3)"];
    for (const [selector, property] of seen) assert.notEqual(await style(selector, property), computed, `${name}: ${selector} before`);
    // On the element too, because the article has a type of its own for it.
    const set = (value) => page.$$eval("main, #ant", (all, [name, value]) => all.forEach(({ style }) => style.setProperty(`--emissions-${name}`, value)), [name, value]);
    await set(value);
    for (const [selector, property] of seen) assert.equal(await style(selector, property), computed, `${name}: ${selector} ${property}`);
    await set("");
  }
});

test("each part that the documentation names takes the host's style", async (t) => {
  const { page, style } = await looks(t);
  const docs = readFileSync(join(ROOT, "docs/embedding.md"), "utf8").match(/^Parts: [^]*?The custom/m)[0];
  const [widget, sentence] = docs.split("In a sentence,");
  const names = [...widget.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  assert.ok(names.length >= 12);
  const parts = [...names.map((name) => ["emissions-calculator", name]), ["emissions-figure", "value"], ["emissions-figure", "own"], ["emissions-input", "control"], ["emissions-input", "own"], ["emissions-input", "error"]];
  for (const [, name] of parts.slice(names.length)) assert.ok(sentence.includes(`::part(${name})`), name);
  await page.addStyleTag({ content: parts.map(([element, name]) => `${element}::part(${name}) { text-indent: 7px }`).join("\n") });
  for (const [element, name] of parts) assert.equal(await style(`${element} [part~=${name}]`, "text-indent"), "7px", `${element}::part(${name})`);
});

test("without a property of its own the widget has the host's type, in its size", async (t) => {
  const { page, style } = await looks(t);
  await page.addStyleTag({ content: "emissions-calculator { font: 19px fantasy; --emissions-font: initial }" });
  for (const selector of ["#ant .widget", "#ant .panels"]) assert.deepEqual([await style(selector, "font-family"), await style(selector, "font-size")], ["fantasy", "19px"]);
  assert.equal(await style("#ant .num", "font-family"), "fantasy");
});

const INK = { light: "rgb(27, 30, 33)", dark: "rgb(231, 233, 234)" };
const GROUND = { light: "rgb(255, 255, 255)", dark: "rgb(20, 23, 26)", none: "rgba(0, 0, 0, 0)" };
test("the theme is the page's without the attribute; with it the letters have a ground of their own", async (t) => {
  for (const prefers of ["light", "dark"]) {
    const { page, style } = await looks(t, { colorScheme: prefers });
    // The panels stand on the widget's ground.
    assert.equal(await page.locator("#ant .widget > .panels").count(), 1);
    const seen = async () => [await style("#ant .widget", "color"), await style("#ant .widget", "background-color"), await style("#ant .panels", "background-color")];
    assert.deepEqual(await seen(), [INK[prefers], GROUND.none, GROUND.none]);
    for (const scheme of ["light", "dark"]) {
      await page.evaluate((scheme) => (document.documentElement.style.colorScheme = scheme), scheme);
      await page.$eval("#ant", (element) => (element.theme = null));
      assert.deepEqual(await seen(), [INK[scheme], GROUND.none, GROUND.none]);
      for (const [theme, shown] of [["light", "light"], ["dark", "dark"], ["auto", prefers]]) {
        await page.$eval("#ant", (element, theme) => (element.theme = theme), theme);
        assert.deepEqual(await seen(), [INK[shown], GROUND[shown], GROUND.none], `${theme} on a ${scheme} page`);
        assert.ok(parseFloat(await style("#ant .widget", "padding-left")) >= 8, "no letter touches the edge");
      }
    }
  }
});

test("a theme moves nothing as the widget comes", async (t) => {
  for (const viewport of [{ width: 1000, height: 800 }, { width: 400, height: 700 }]) {
    const { page } = await open(t, "/themed.html", {
      viewport,
      init: () => {
        window.shifts = [];
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => window.shifts.push(value))).observe({ type: "layout-shift", buffered: true });
      },
    });
    for (let turn = 0; turn < 8; turn++) {
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(100);
    }
    await page.locator("#ant .panel").first().waitFor();
    await page.waitForTimeout(200);
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
  }
});
