// How the widget feels under a finger: the texts follow every gesture to its end, and nothing jumps. What is counted
// here is the same on a busy machine; how long it takes is for `make bench-browser` to say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCENARIOS, SIZES, faults, follows, isLost, jumps } from "../../tools/feel.mjs";
import { suite } from "./support.mjs";

/** In Arabic too a figure grows or shrinks with its number. Here nothing stands behind it that would go to another line. */
const ARABIC = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>t</title><link rel="stylesheet" href="page.css"><script type="module" src="embed.js"></script>
  <main><p>عدد السيارات: <emissions-figure for="ant" value="petrol-car-year">15,000</emissions-figure></p>
  <emissions-calculator id="ant" src="ant-group-2021.json"></emissions-calculator><p>نهاية المقال</p></main></html>`;
const open = suite({ server: { rules: [{ match: "/ar.html", body: ARABIC }] } });

for (const scenario of Object.keys(SCENARIOS)) {
  for (const panels of [false, true]) {
    test(`${scenario}, panels ${panels ? "open" : "closed"}: with a finger, the texts follow to the end`, async (t) => {
      const result = await follows((options) => open(t, "/index.html", options), { size: "390", panels, scenario });
      assert.ok(result.changes > 20, `${result.changes} changes`);
      assert.equal(isLost(result), false, `they followed ${Math.round(result.followed * 100)} % of the gesture`);
    });

    for (const size of Object.keys(SIZES)) {
      test(`${scenario}, ${size} px, panels ${panels ? "open" : "closed"}: nothing jumps`, async (t) => {
        assert.deepEqual(faults(await jumps((options) => open(t, "/index.html", options), { size, panels, scenario })), []);
      });
    }
  }
}

// Other scripts, longer words, another direction. One width, with the panels shut: what moves shows on a phone first.
const PERSONS = "#emissions-ant=v1,show:person-year,base:4378.5944";
const OTHERS = [
  { what: "Chinese", lang: "zh-CN", path: "/zh.html", scenarios: ["drag the number", "type digits"] },
  { what: "German", lang: "de", path: "/index.html", scenarios: ["drag the number", "type digits"] },
  { what: "Arabic", lang: "ar", path: "/ar.html", scenarios: ["drag the number", "type digits"] },
  { what: "a comparison in long words", lang: "de", path: `/index.html${PERSONS}`, scenarios: ["drag the number"] },
];
for (const { what, lang, path, scenarios } of OTHERS) {
  for (const scenario of scenarios) {
    test(`${scenario}, 390 px, ${what}: nothing jumps`, async (t) => {
      const article = async (options) => {
        const opened = await open(t, path, options);
        await opened.page.$eval("#ant", (element, lang) => element.setAttribute("lang", lang), lang);
        await opened.page.locator(`#ant .widget[lang="${lang}"]`).waitFor();
        return opened;
      };
      const result = await jumps(article, { size: "390", panels: false, scenario });
      assert.ok(result.changes > 20, `${result.changes} changes`);
      // Chromium takes a text of both directions, "12,000 كم", for shifted when it only grows at its end.
      assert.deepEqual(lang === "ar" ? result.moved : faults(result), []);
    });
  }
}
