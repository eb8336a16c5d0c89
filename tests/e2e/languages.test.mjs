// The built widget in each of its languages: what it says of a scope that is not reported, and how it writes numbers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, suite } from "./support.mjs";

const { locales } = JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8")).assets;
const open = suite();

/** The article's widget in this language. */
async function widget(t, lang, options) {
  const opened = await open(t, "/index.html", options);
  const { page } = opened;
  await page.$eval("#ant", (element, lang) => element.setAttribute("lang", lang), lang);
  const find = (selector) => page.locator(`#ant ${selector}`);
  await find(`.widget[lang="${lang}"]`).scrollIntoViewIfNeeded();
  await find(`.widget[lang="${lang}"] [part=scopes]`).waitFor();
  return { ...opened, find };
}

/** A message's words around what is filled in. */
const around = (message) => message.split(/\{\w+\}/).map((words) => words.trim()).filter(Boolean);
const NOT_REPORTED = { en: "not reported", "zh-CN": "未报告" };

for (const [lang, file] of Object.entries(locales)) {
  test(`${lang}: the panel says that the article's scope 3 is not reported, shut and open, and in its table`, async (t) => {
    const words = JSON.parse(readFileSync(join(DIST, file), "utf8"));
    const { find, errors } = await widget(t, lang);
    const panel = find("[part=scopes]");
    const says = async (part, key) => {
      const text = await part.textContent();
      for (const piece of [...around(words[key]), NOT_REPORTED[lang] ?? ""]) assert.ok(text.includes(piece), `"${piece}" is not in "${text}"`);
      assert.match(text, /3|三/);
    };
    await says(panel.locator("summary .strip .words"), "counted.note-missing");
    assert.ok(await panel.locator("summary .strip .words").isVisible());
    assert.equal(await panel.locator(".bars .unknown").isVisible(), false);
    await panel.locator("summary").first().click();
    // One alone, or this fails.
    assert.ok(await panel.locator(".bars .unknown").isVisible());
    await says(panel.locator(".bars .unknown"), "counted.not-reported-but-cut");
    await panel.locator("details.table > summary").click();
    await says(panel.locator("details.table tr").filter({ hasText: words["counted.not-stated"] }).filter({ hasText: /29.591/ }), "counted.not-reported-but-cut");
    assert.deepEqual(errors, []);
  });
}

test("numbers follow the widget's language, not the browser's", async (t) => {
  for (const [locale, lang, result, distance] of [["zh-CN", "de", /^15\.600 /, "12.000 km"], ["de-DE", "en", /^15,600 /, "12,000 km"], ["ar-EG", "zh-CN", /^1\.56万/, "12,000公里"]]) {
    const { page, find } = await widget(t, lang, { locale });
    assert.equal(await page.evaluate(() => navigator.language), locale);
    assert.match(await find("[part=result]").textContent(), result);
    assert.equal((await find(".num").first().inputValue()).replaceAll("\u00a0", " "), distance);
    await find("[part=scopes] > summary").click();
    const separator = lang === "de" ? "23.159,54" : "23,159.54";
    assert.ok((await find("[part=scopes] .emitted").textContent()).includes(separator), separator);
  }
});
