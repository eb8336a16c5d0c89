// The demonstration article in Firefox and in the engine of Safari: what a reader does there, and whether the widget says
// there what it says in Chromium. An engine that is not installed is skipped, with the reason.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { Key } from "selenium-webdriver";
import { ENGINES, missing, start } from "./engines.mjs";
import { DIST, suite, unfold, wide } from "./support.mjs";

const LANGUAGES = Object.keys(JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8")).assets.locales);

/** Milliseconds until what a reader did must show, on a machine that does other things too. */
const PATIENCE = 15_000;

/** WebDriver tells no errors: the page notes its own. */
const NOTE = `<script>
  window.faults = [];
  addEventListener("error", ({ message }) => faults.push(message));
  addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
  console.error = (...all) => faults.push(all.join(" "));
</script>`;
const rules = ["index", "zh"].map((name) => ({ match: `/${name}.html`, body: readFileSync(join(DIST, `${name}.html`), "utf8").replace("<head>", `<head>${NOTE}`) }));
// A window of a desktop browser is not as narrow as a phone; a frame in it is.
rules.push({ match: "/narrow.html", body: '<!doctype html><title>narrow</title><iframe src="/index.html" width="320" height="2000" style="border:0"></iframe>' });
const open = suite({ server: { rules } });

/** What every page of these tests can do. Runs in the page. */
function help() {
  const root = () => document.querySelector("#ant").shadowRoot;
  return {
    isReady: () => Boolean(root()?.querySelector(".panel")),
    result: () => root().querySelector("[part=result]").textContent,
    number: () => root().querySelector(".num").value.replaceAll("\u00a0", " "),
    /** The texts of the widget, one after the other. Browsers differ in which of two spaces they set between digits. */
    texts: () => [...root().querySelectorAll(".widget")].flatMap((part) => {
      const found = [];
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) found.push(walker.currentNode.data.replace(/\s/g, " "));
      return found;
    }),
    /** Where everything begins, from the top and the left of the widget, the texts that change their width too. */
    places: () => {
      const origin = document.querySelector("#ant").getBoundingClientRect();
      const seen = [...root().querySelectorAll("*")].filter((one) => one.getClientRects().length && !one.closest(".visually-hidden, svg, .pictogram"));
      return seen.map((one) => {
        const { x, y } = one.getBoundingClientRect();
        return [one.localName, one.className, Math.round(x - origin.x), Math.round(y - origin.y)].join(" ");
      });
    },
  };
}

for (const engine of Object.keys(ENGINES)) {
  describe(engine, { skip: missing(engine) }, () => {
    let driver, close;
    before(async () => ({ driver, close } = await start(engine)));
    after(() => close?.());

    /** Calls one of `help`'s functions in the page. */
    const ask = (name, ...values) => driver.executeScript(`return (${help})()[arguments[0]](...[...arguments].slice(1))`, name, ...values);
    const waits = async (what, holds) => {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await driver.sleep(50)) {
        if (await holds()) return;
      }
      assert.fail(`${what}: still not after ${PATIENCE / 1000} seconds`);
    };
    const shows = async (text) => {
      await waits(text, async () => (await ask("result")) === text).catch(async () => assert.equal(await ask("result"), text));
    };
    const reads = (text) => waits(text, async () => (await ask("number")) === text);
    const visit = async (path) => {
      await driver.switchTo().defaultContent();
      // The same page with another fragment would not be loaded anew.
      await driver.get("about:blank");
      await driver.get(new URL(path, open.server.url).href);
    };
    const isReady = async () => {
      // The panels come when the reader is near the end of the widget.
      await driver.executeScript(() => document.querySelector("#ant").scrollIntoView({ block: "end" }));
      await waits("the widget", () => ask("isReady"));
    };
    const article = async (path = "/index.html") => {
      await visit(path);
      await isReady();
    };
    const quiet = async () => assert.deepEqual(await driver.executeScript(() => window.faults), []);
    /** The middle of an element in the window; `share` of its width from the left. */
    const place = (selector, share = 0.5) => driver.executeScript((selector, share) => {
      const one = document.querySelector("#ant").shadowRoot.querySelector(selector);
      one.scrollIntoView({ block: "center" });
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x: Math.round(x + share * width), y: Math.round(y + height / 2), origin: "viewport", duration: 0 };
    }, selector, share);
    const click = async (selector) => driver.actions().move(await place(selector)).click().perform();
    const press = (...keys) => keys.reduce((actions, key) => actions.sendKeys(key), driver.actions()).perform();
    /** From the middle of an element so many pixels to the side, in steps as a hand takes them. */
    const drag = async (selector, by, share) => {
      const from = await place(selector, share);
      const actions = driver.actions({ async: true }).move(from).press();
      for (let step = 1; step <= 10; step++) actions.move({ ...from, x: Math.round(from.x + (by * step) / 10), duration: 20 });
      await actions.release().perform();
    };

    for (const lang of LANGUAGES) {
      test(`${engine}, ${lang}: the widget and its panels say what they say in Chromium`, async (t) => {
        const path = lang === "zh-CN" ? "/zh.html" : "/index.html";
        const turn = (lang) => {
          document.querySelector("#ant").setAttribute("lang", lang);
        };
        const isTurned = (lang) => document.querySelector("#ant").shadowRoot.querySelectorAll(`.widget[lang="${lang}"]`).length === 1;

        const { page } = await open(t, path);
        await page.$eval("#ant", (one) => one.scrollIntoView());
        await page.evaluate(turn, lang);
        await page.waitForFunction(isTurned, lang);
        for (let turn = 0; turn < 2; turn++) {
          await page.evaluate(unfold);
          await page.waitForTimeout(300);
        }
        const expected = await page.evaluate(`(${help})().texts()`);

        await article(path);
        await driver.executeScript(turn, lang);
        await waits(lang, () => driver.executeScript(isTurned, lang));
        for (let turn = 0; turn < 2; turn++) {
          await driver.executeScript(unfold);
          await driver.sleep(300);
        }
        assert.ok(expected.length > 300, `${expected.length} texts`);
        await waits(lang, async () => isDeepStrictEqual(await ask("texts"), expected)).catch(async () => assert.deepEqual(await ask("texts"), expected));
        await quiet();
      });
    }

    test(`${engine}: a number is typed, stepped, refused, and taken back`, async () => {
      await article();
      await shows("15,600 petrol cars");
      await click(".num");
      await press("15000");
      await shows("12,400 petrol cars");
      await press(Key.ARROW_UP);
      await reads("15,500 km");
      await press(Key.HOME);
      await reads("5,000 km");
      await press(Key.ESCAPE);
      await reads("12,000 km");
      await shows("15,600 petrol cars");
      // Enter selects the number, to be replaced by what is typed next.
      await press(Key.ENTER, "abc");
      await waits("a fault", () => driver.executeScript(() => /not a number/.test(document.querySelector("#ant").shadowRoot.querySelector(".fault")?.textContent)));
      await shows("15,600 petrol cars");
      await press(Key.ESCAPE);
      await reads("12,000 km");
      await press(Key.ENTER, "20,000 km", Key.ENTER);
      await shows("9,340 petrol cars");
      await waits("the address", () => driver.executeScript(() => location.hash.includes("petrol-car-year.distance:20000km/yr")));
      await click("footer [part=reset]");
      await shows("15,600 petrol cars");
      await quiet();
    });

    test(`${engine}: the number and the slider are dragged, and a reload keeps where they were let go`, async () => {
      await article();
      await drag(".num", 60);
      const dragged = await ask("number");
      assert.notEqual(dragged, "12,000 km");
      const now = () => driver.executeScript(() => Number(document.querySelector("#ant").shadowRoot.querySelector("input[type=range]").value));
      const before = await now();
      assert.ok(before > 12000, `${before}`);
      const share = (before - 5000) / 25000;
      await drag("input[type=range]", 80, 0.02 + 0.96 * share);
      await waits("the slider", async () => (await now()) > before + 2000);
      // The browser may still be at the last of the moves: the address follows to where the slider ends.
      await waits("the address", async () => {
        const distance = await now();
        return driver.executeScript((distance) => location.hash.includes(`petrol-car-year.distance:${distance}km/yr`), distance);
      });
      const result = await ask("result");
      assert.notEqual(result, "15,600 petrol cars");
      const address = await driver.getCurrentUrl();
      await article(new URL(address).pathname + new URL(address).hash);
      await shows(result);
      await quiet();
    });

    test(`${engine}: nothing moves while a number changes`, async () => {
      await article();
      await click(".num");
      await press(Key.ARROW_UP);
      // What a first change brings (the reader's mark, the way back) is there from now on.
      await driver.sleep(300);
      const before = await ask("places");
      assert.ok(before.length > 100);
      for (const keys of [[Key.END], [Key.HOME], [Key.PAGE_UP], [Key.ARROW_UP]]) {
        await press(...keys);
        await driver.sleep(300);
        assert.deepEqual(await ask("places"), before, await ask("number"));
      }
      await quiet();
    });

    test(`${engine}: 320 pixels wide, nothing is cut off or scrolls sideways, the panels open too`, async () => {
      await visit("/narrow.html");
      await driver.switchTo().frame(0);
      await isReady();
      assert.deepEqual(await driver.executeScript(wide), [0]);
      for (let turn = 0; turn < 2; turn++) {
        await driver.executeScript(unfold);
        await driver.sleep(300);
      }
      assert.deepEqual(await driver.executeScript(wide), [0]);
      await quiet();
    });
  });
}
