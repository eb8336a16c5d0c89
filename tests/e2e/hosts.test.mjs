// The real widget in hostile pages (tests/hosts/). In each it must show the right figures, log no error, ask nothing of
// a third host, and leave the host's own elements as they are without it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { DIST, ROOT, live, suite } from "./support.mjs";

const { assets } = JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8"));
const react = await build({ entryPoints: [join(ROOT, "tests/hosts/react-host.jsx")], bundle: true, write: false, jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' } });
const rules = [{ match: "/hosts/react-host.js", body: react.outputFiles[0].text }];
const open = suite({ server: { rules } });

const csp = (policy) => `?serve-csp=${encodeURIComponent(policy)}`;
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'";
const openPanel = (selector) => (page) => page.click(selector);

/** Each host page: how it is opened, what brings the widget into view, the count and the place of its calculators. */
const HOSTS = {
  plain: {},
  reset: {},
  "root-huge": { check: readable },
  "root-tiny": { check: readable },
  rtl: {},
  dark: {},
  csp: { query: csp(STRICT) },
  "trusted-types": { query: csp(`${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`) },
  nonce: { query: csp("script-src 'nonce-r4nd0m' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'self'") },
  latin1: { query: "?serve-type=text/html;charset=iso-8859-1", check: async (page) => assert.equal(await page.evaluate(() => [document.characterSet, document.querySelector("article > p:nth-of-type(2)").textContent].join()), "windows-1252,Café, émissions, 5 µg.") },
  quirks: { check: async (page) => assert.equal(await page.evaluate(() => document.compatMode), "BackCompat") },
  base: {},
  "stop-propagation": {},
  patched: {},
  twenty: { count: 20 },
  shadow: {},
  details: { show: openPanel("summary") },
  tabs: { show: openPanel("#tab") },
  yew: { show: (page) => page.locator("#ant").scrollIntoViewIfNeeded(), check: async (page) => assert.ok(await page.evaluate(() => window.hostEvents.includes("emissions-ready"))) },
  react: { check: async (page) => { await page.waitForFunction(() => window.turns === 50); await right(page); } },
  wordpress: {},
};

/** All calculators of a page, those in open shadow roots too, and what each of them shows. */
const shown = (page) =>
  page.evaluate(() => {
    const found = [];
    const search = (root) => root.querySelectorAll("*").forEach((element) => {
      if (element.localName === "emissions-calculator") found.push(element);
      else if (element.shadowRoot) search(element.shadowRoot);
    });
    search(document);
    return found.map((element) => {
      const root = element.shadowRoot;
      const text = root && !root.querySelector("slot") ? [...root.querySelectorAll("*")].map((one) => [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("")).join(" ") : "";
      const lang = element.closest("[lang]")?.lang || document.documentElement.lang;
      const numbers = (value) => [new Intl.NumberFormat(lang).format(value), new Intl.NumberFormat("en").format(value)];
      const { width, height } = element.getBoundingClientRect();
      return { live: text !== "", right: [15562, 15600].some((value) => numbers(value).some((number) => text.includes(number))), text, width, height };
    });
  });

/** Waits for the page's calculators and checks what they show. */
async function right(page, count = 1) {
  let all;
  for (let turn = 0; turn < 100; turn++) {
    all = await shown(page);
    if (all.length === count && all.every(({ live, right }) => live && right)) break;
    if (count > 1) await page.mouse.wheel(0, 400);
    await page.waitForTimeout(100);
  }
  assert.equal(all.length, count);
  for (const { live, right, text, width, height } of all) {
    assert.ok(live, "the static version is shown, not the widget");
    assert.ok(right, `15,562 or 15,600 is nowhere in: ${text.slice(0, 500)}`);
    assert.ok(width > 100 && height > 60, `it measures ${width} by ${height}`);
  }
}

/** Has every calculator of the page live at once, where it would be drawn first. Runs in the page before its scripts. */
const atOnce = () => addEventListener("DOMContentLoaded", () => document.querySelectorAll("emissions-calculator").forEach((one) => one.setAttribute("load", "visible")));

/** Makes the drawn calculators of a page live, those in open shadow roots too. */
async function wake(page) {
  await page.evaluate(() => {
    const search = (root) => root.querySelectorAll("*").forEach((element) => {
      if (element.localName === "emissions-calculator") element.setAttribute("load", "visible");
      else if (element.shadowRoot) search(element.shadowRoot);
    });
    search(document);
  });
  await page.waitForFunction(() => {
    const isDrawn = (root) => [...root.querySelectorAll("*")].some((element) => element.shadowRoot && (element.shadowRoot.querySelector("[part=loading]") || isDrawn(element.shadowRoot)));
    return !isDrawn(document);
  });
}

/** Waits for the panels of the first calculator, which come by themselves once it is in view. */
async function panelled(page) {
  let count = 0;
  for (let turn = 0; turn < 100 && count < 5; turn++) {
    count = await page.evaluate(() => {
      const search = (root) => [...root.querySelectorAll("*")].map((element) => (element.localName === "emissions-calculator" ? element : element.shadowRoot && search(element.shadowRoot))).find(Boolean);
      const calculator = search(document);
      calculator.scrollIntoView();
      return calculator.shadowRoot.querySelectorAll(".panel").length;
    });
    await page.waitForTimeout(100);
  }
  assert.ok(count >= 5, `${count} panels`);
}

/** Has every calculator of the page run its wasm, those in open shadow roots too. */
async function allLive(page) {
  await page.evaluate(() => {
    const search = (root) => [...root.querySelectorAll("*")].flatMap((element) => (element.localName === "emissions-calculator" ? [element] : element.shadowRoot ? search(element.shadowRoot) : []));
    window[Symbol.for("calculators")] = search(document);
    for (const element of search(document)) element.setAttribute("load", "visible");
  });
  const areLive = () => {
    const waiting = window[Symbol.for("calculators")].filter((element) => !window[Symbol.for("emissions-calculator:live")].has(element));
    waiting[0]?.scrollIntoView();
    return !waiting.length;
  };
  await page.waitForFunction(areLive);
}

/** The widget's size follows the text around it, not the root's. */
async function readable(page) {
  const size = await page.locator("emissions-calculator [part~=sentence]").evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  assert.ok(size >= 12 && size <= 32, `the sentence is ${size}px high, the article 16px`);
  assert.equal(await page.locator("emissions-calculator .widget").evaluate((element) => getComputedStyle(element).paddingTop), "12px", "0.75 of the article's 16px");
}

/** The host's own elements: markup, and every computed style but those that follow from the height of what is beside. */
const hostOf = (page) =>
  page.evaluate(() => {
    const own = [...document.querySelectorAll("*")].filter((element) => !element.closest("emissions-calculator") && !element.closest("#churn > *"));
    const flow = /^(height|block-size|perspective-origin|transform-origin|bottom|inset-block-end|top|inset-block-start)$/;
    return {
      globals: Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name) && !/playwright|hostEvents|turns/.test(name)).sort(),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      elements: own.map((element) => {
        const style = getComputedStyle(element);
        return {
          element: `${element.localName}${[...element.attributes].filter(({ name }) => name !== "data-turn").map(({ name, value }) => ` ${name}=${value}`).join("")}`,
          style: Object.fromEntries([...style].filter((name) => !flow.test(name)).map((name) => [name, style.getPropertyValue(name)])),
        };
      }),
    };
  });

/** What one state of the host has and the other has not, in lines short enough to read. */
function differences(here, there) {
  const globals = here.globals.filter((name) => !there.globals.includes(name)).map((name) => `global ${name}`);
  const sheets = here.sheets === there.sheets ? [] : ["the document's style sheets"];
  if (here.elements.length !== there.elements.length) return [...globals, ...sheets, `${here.elements.length} elements instead of ${there.elements.length}`];
  const elements = here.elements.flatMap(({ element, style }, index) => {
    const other = there.elements[index];
    if (element !== other.element) return [`<${element}> instead of <${other.element}>`];
    return Object.keys(other.style).filter((name) => style[name] !== other.style[name]).map((name) => `<${element}> ${name}: ${style[name]} instead of ${other.style[name]}`);
  });
  return [...globals, ...sheets, ...elements];
}

for (const [name, { query = "", count = 1, show, check }] of Object.entries(HOSTS)) {
  test(`host: ${name}`, async (t) => {
    const path = `/hosts/${name}.html${query}`;
    const { page, errors, requests } = await open(t, path);
    await show?.(page);
    await right(page, count);
    await check?.(page);
    await panelled(page);
    assert.ok(name === "yew" || requests.every((url) => !url.endsWith(".wasm")), "drawn, it needs no wasm");
    await wake(page);
    await right(page, count);
    await check?.(page);
    await panelled(page);
    assert.deepEqual(errors, []);
    const foreign = requests.filter((url) => new URL(url).origin !== open.server.url);
    assert.deepEqual(foreign, [], "a request left the host");

    if (name === "yew") return; // It draws the widget itself: there is no page without it.
    const context = await open.browser.newContext();
    t.after(() => context.close());
    const without = await context.newPage();
    await without.route("**/embed.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await without.goto(new URL(path, open.server.url).href);
    await show?.(without);
    await (name === "react" ? without.waitForFunction(() => window.turns === 50) : undefined);
    await page.evaluate(() => scrollTo(0, 0));
    const there = await hostOf(without);
    assert.ok(there.elements.length >= 15, "the host has elements to be changed");
    assert.deepEqual(differences(await hostOf(page), there), [], "the widget changes its host");
  });
}

test("host: sentence, whose figure and input follow the widget and lead it", async (t) => {
  const { page, errors } = await open(t, "/hosts/sentence.html");
  await right(page);
  await live(page);
  const field = page.locator("emissions-input input");
  const figure = page.locator("emissions-figure");
  const figureText = () => figure.evaluate(({ shadowRoot, textContent }) => (shadowRoot.querySelector("slot") ? textContent : shadowRoot.textContent));
  await field.waitFor();
  assert.equal(await figureText(), "15,000", "the author's words, while nothing is changed");
  await field.fill("15,000 km");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("emissions-figure").shadowRoot.textContent.startsWith("12,4"));
  assert.match((await shown(page))[0].text, /12,4/);
  await page.waitForFunction(() => location.hash.startsWith("#emissions-ant=v1"));
  const hash = await page.evaluate(() => location.hash);
  await field.fill("-5 bananas");
  await page.keyboard.press("Enter");
  assert.notEqual(await page.locator("emissions-input [role=alert]").textContent(), "");
  await page.keyboard.press("Escape");

  const { page: second } = await open(t, `/hosts/sentence.html${hash}`);
  await second.waitForFunction(() => document.querySelector("emissions-figure").shadowRoot.textContent.startsWith("12,4"));
  assert.match(await second.locator("emissions-input input").inputValue(), /15,000/);
  assert.deepEqual(errors, []);
});

test("host: sentence, whose calculator starts from assumptions of the host's choice: they are no reader's", async (t) => {
  const { page, errors } = await open(t, "/hosts/sentence.html", { init: atOnce });
  await page.$eval("#ant", (element) => Object.assign(element, { equivalence: "petrol-car-year", preset: "uk" }));
  await page.waitForFunction(() => document.querySelector("#ant").shadowRoot.querySelector("[part=result]")?.textContent === "19,600 petrol cars");
  const field = page.locator("emissions-input input");
  const isAuthors = () => page.$eval("emissions-figure", ({ shadowRoot }) => Boolean(shadowRoot.querySelector("slot")));
  await field.waitFor();
  assert.ok(await isAuthors());
  await field.fill("15,000 km");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("emissions-figure").shadowRoot.querySelector("[part~=own]"));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("emissions-figure").shadowRoot.querySelector("slot"));
  assert.deepEqual(errors, []);
});

for (const lang of ["de", "es"]) {
  test(`host: sentence, in ${lang}: Escape, Home and End set the numbers that they stand for, in a language with other marks`, async (t) => {
    const { page, errors } = await open(t, "/hosts/sentence.html", { init: atOnce });
    await page.evaluate((lang) => {
      Object.assign(document.querySelector("#ant"), { lang, equivalence: "person-year" });
      Object.assign(document.querySelector("emissions-input"), { assumption: "person-year.emissions", textContent: "8,658 t" });
    }, lang);
    await page.locator(`#ant .widget[lang=${lang}]`).waitFor();
    const field = page.locator("emissions-input input");
    await page.waitForFunction(() => document.querySelector("emissions-input").shadowRoot.querySelector("input")?.ariaValueNow === "8.658");
    const now = () => field.evaluate(({ ariaValueNow, ariaInvalid }) => `${ariaValueNow} ${ariaInvalid}`);
    const [least, most] = await field.evaluate((one) => [one.ariaValueMin, one.ariaValueMax]);
    await field.focus();
    for (const [key, value] of [["Home", least], ["End", most], ["Escape", "8.658"]]) {
      await page.keyboard.press(key);
      assert.equal(await now(), `${value} false`, key);
    }
    await field.fill("8,25");
    await page.keyboard.press("Enter");
    assert.equal(await now(), "8.25 false", "what is typed is read as the language writes it");
    assert.deepEqual(errors, []);
  });
}

test("a trap in the wasm itself sends every element back to its static version", async (t) => {
  const { page, errors, console: messages } = await open(t, "/hosts/sentence.html", { init: atOnce });
  await right(page);
  await live(page);
  await page.evaluate(async (glue) => {
    const exports = Object.values(await (await import(glue)).default());
    // The names are cut short. One of these allocates, and soon there is no more; others look where nothing is.
    const calls = exports.filter((one) => typeof one === "function" && one.length === 2);
    setTimeout(() => { for (;;) for (const call of calls) call(2 ** 30, 1); });
  }, `/${assets.glue}`);
  await page.waitForFunction(() => document.querySelector("emissions-calculator").shadowRoot.querySelector("slot"));
  assert.match(await page.innerText("emissions-calculator"), /15,562 petrol cars/);
  assert.equal(await page.locator("emissions-input input").count(), 0);
  assert.equal(messages.filter((text) => text.startsWith("warning: emissions-calculator:")).length, 1);
  assert.deepEqual(errors, []);
});

test("host: wordpress-stripped, where only the text is left", async (t) => {
  const { page, errors, requests } = await open(t, "/hosts/wordpress-stripped.html");
  assert.match(await page.textContent("article"), /15,562 petrol cars/);
  assert.equal(requests.length, 1);
  assert.deepEqual(errors, []);
});

test("network: slow, and the widget still comes", async (t) => {
  const slow = { match: /^\/assets\//, delay: 1500 };
  rules.push(slow);
  t.after(() => rules.splice(rules.indexOf(slow), 1));
  const { page, errors } = await open(t, "/hosts/plain.html");
  assert.match(await page.innerText("emissions-calculator"), /15,562 petrol cars/, "the static version is there meanwhile");
  assert.equal((await shown(page))[0].live, false);
  await right(page);
  assert.deepEqual(errors, []);
});

const FAULTS = {
  "a 404 wasm": { match: `/${assets.wasm}`, status: 404 },
  "a 500 glue": { match: `/${assets.glue}`, status: 500 },
  "no language file": { match: `/${assets.locales.en}`, status: 404 },
  "no disclosure": { match: "/ant-group-2021.json", status: 404 },
  "a wasm with a wrong hash": { match: `/${assets.wasm}`, body: "not the one" },
  "a glue with a wrong hash": { match: `/${assets.glue}`, body: "globalThis.forged = true" },
  "a disclosure that is a web page": { match: "/ant-group-2021.json", body: "<!doctype html><p>Please log in" },
};
for (const [name, rule] of Object.entries(FAULTS)) {
  test(`network: ${name}, and the static version stays`, async (t) => {
    rules.push(rule);
    t.after(() => rules.splice(rules.indexOf(rule), 1));
    const { page, errors, console: messages } = await open(t, "/hosts/plain.html", {
      init: `(${atOnce})(); document.addEventListener("emissions-error", ({ detail }) => (window.failure = detail))`,
    });
    await page.waitForFunction(() => window.failure);
    assert.match(await page.innerText("emissions-calculator"), /15,562 petrol cars/);
    assert.ok(await page.isVisible("emissions-calculator p"));
    assert.equal(await page.evaluate(() => window.forged), undefined);
    assert.equal(messages.filter((text) => text.startsWith("warning: emissions-calculator:")).length, 1);
    // The browser logs the failed request itself, and nobody can keep it from doing so.
    assert.deepEqual(errors.filter((text) => !/Failed to load resource|Failed to find a valid digest|Subresource Integrity|integrity/i.test(text)), []);
  });
}

test("network: gone altogether, and the static version stays", async (t) => {
  const { page } = await open(t, "/hosts/tabs.html");
  await page.context().setOffline(true);
  await page.evaluate(() => document.addEventListener("emissions-error", ({ detail }) => (window.failure = detail)));
  await page.click("#tab");
  await page.waitForFunction(() => window.failure);
  assert.match(await page.innerText("emissions-calculator"), /15,562 petrol cars/);
  await page.context().setOffline(false);
  await page.$eval("emissions-calculator", (element) => element.setAttribute("theme", "light"));
  await right(page);
});

test("without WebAssembly, as in Lockdown Mode, the static version stays", async (t) => {
  const { page } = await open(t, "/hosts/plain.html", { init: () => { delete window.WebAssembly; addEventListener("DOMContentLoaded", () => document.querySelector("emissions-calculator").setAttribute("load", "visible")); document.addEventListener("emissions-error", ({ detail }) => (window.failure = detail)); } });
  await page.waitForFunction(() => window.failure);
  assert.match(await page.innerText("emissions-calculator"), /15,562 petrol cars/);
});

test("without scripts the static version is all there is", async (t) => {
  const { page, requests } = await open(t, "/hosts/plain.html", { javaScriptEnabled: false });
  assert.match(await page.textContent("emissions-calculator"), /15,562 petrol cars/);
  assert.ok(requests.every((url) => !url.includes("/assets/")));
});

/** What may be there after the last batch, where `half` was there after five of ten. */
const most = (half, slack) => half * 1.1 + slack;

/**
 * What is alive. One collection does not free it all: a node whose finalizer or observer waits for a task, and what it
 * holds, goes with a later one. What is never freed is a leak, however often it is asked.
 */
async function collected(cdp, half) {
  for (let turn = 0; ; turn++) {
    await cdp.send("HeapProfiler.collectGarbage");
    const [{ usedSize }, { nodes }] = [await cdp.send("Runtime.getHeapUsage"), await cdp.send("Memory.getDOMCounters")];
    const isSettled = turn >= 2 && (!half || (usedSize < most(half.heap, 200_000) && nodes < most(half.nodes, 500)));
    if (isSettled || turn === 20) return { usedSize, nodes };
    await new Promise((done) => setTimeout(done, 250));
  }
}

test("a thousand mounts and removals, with their panels: memory reaches a plateau", { timeout: 180_000 }, async (t) => {
  const { page, errors } = await open(t, "/hosts/churn.html");
  await right(page);
  const cdp = await page.context().newCDPSession(page);
  const figures = [];
  for (let batch = 0; batch < 10; batch++) {
    await page.evaluate(async () => {
      for (let turn = 0; turn < 100; turn++) {
        const element = document.createElement("emissions-calculator");
        element.setAttribute("src", "../ant-group-2021.json");
        element.setAttribute("load", "visible");
        document.querySelector("#churn").append(element);
        const isLive = () => window[Symbol.for("emissions-calculator:live")].has(element);
        for (let wait = 0; wait < 2000 && !isLive(); wait++) await new Promise((done) => setTimeout(done));
        if (!isLive()) throw Error("it does not go live");
        if (!element.shadowRoot.querySelector(".panel .body")) throw Error("no panels");
        element.remove();
        await new Promise((done) => setTimeout(done));
      }
    });
    const { usedSize, nodes } = await collected(cdp, figures[4]);
    const wasm = await page.evaluate(async (glue) => Object.values(await (await import(glue)).default()).find((one) => one instanceof WebAssembly.Memory).buffer.byteLength, `/${assets.glue}`);
    figures.push({ mounts: (batch + 1) * 100, heap: usedSize, nodes, wasm });
    t.diagnostic(`after ${(batch + 1) * 100}: JS heap ${(usedSize / 1e6).toFixed(2)} MB, ${nodes} nodes, wasm ${(wasm / 1e6).toFixed(2)} MB`);
  }
  const [half, end] = [figures[4], figures[9]];
  assert.equal(end.wasm, half.wasm, "the wasm's memory still grows");
  assert.ok(end.heap < most(half.heap, 200_000), `the JS heap still grows: ${half.heap} to ${end.heap}`);
  assert.ok(end.nodes < most(half.nodes, 500), `nodes are left over: ${half.nodes} to ${end.nodes}`);
  assert.deepEqual(errors, []);
});
