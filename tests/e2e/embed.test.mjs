// The elements' life, on a stub of the wasm that can be made to fail: see stub.mjs. The real wasm is in hosts.test.mjs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { article, stubbed } from "./stub.mjs";
import { suite } from "./support.mjs";

const folder = await stubbed();
const rules = [];
const open = suite({ server: { roots: [folder], rules } });

/** The same page with its calculators live as soon as they are near: drawn.test.mjs has those that are drawn first. */
const live = (body) => body.replaceAll("<emissions-calculator ", '<emissions-calculator load="visible" ');

let pages = 0;
/** Opens an article with this body, and remembers the events that reach its document. */
async function opened(t, body, { head, hash = "", query = "", ...options } = {}) {
  const path = `/page-${pages++}.html`;
  rules.push({ match: path, body: article(live(body), head) });
  return open(t, path + query + hash, {
    init: () => {
      window.events = [];
      for (const type of ["emissions-ready", "emissions-change", "emissions-error"])
        document.addEventListener(type, (event) => window.events.push({ type, detail: event.detail, target: event.target.id }));
    },
    ...options,
  });
}
const ready = (page, count = 1) => page.waitForFunction((count) => window.events.filter(({ type }) => type === "emissions-ready").length >= count, count);
const failed = (page, count = 1) => page.waitForFunction((count) => window.events.filter(({ type }) => type === "emissions-error").length >= count, count);
const shown = (page, selector = "emissions-calculator") => page.$eval(selector, ({ shadowRoot: root }) => (root.querySelector("slot") ? "fallback" : (root.querySelector("div > div") ?? root).textContent));
const reasons = (page) => page.evaluate(() => window.events.filter(({ type }) => type === "emissions-error").map(({ detail }) => detail.reason));
const far = `<div style="height: 5000px"></div>`;

test("fetches nothing but the loader until the element nears the viewport", async (t) => {
  const { page, requests } = await opened(t, `${far}<emissions-calculator src="ant.json">static</emissions-calculator>`);
  await page.waitForTimeout(300);
  assert.deepEqual(requests.map((url) => new URL(url).pathname.replace(/page-\d+/, "page")), ["/page.html", "/embed.js"]);
  await page.evaluate(() => scrollTo(0, 4000));
  await ready(page);
  assert.equal(await shown(page), "cars: 15,562 (auto)");
  assert.ok(requests.some((url) => url.endsWith("/assets/widget.wasm")));
});

test("a closed <details> and a hidden panel load when they are opened", async (t) => {
  const { page } = await opened(t, `<details><summary>s</summary><emissions-calculator id="a" src="ant.json"></emissions-calculator></details>
    <div id="panel" hidden><emissions-calculator id="b" src="ant.json"></emissions-calculator></div>`);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.stub), undefined);
  await page.click("summary");
  await ready(page);
  assert.equal(await page.evaluate(() => window.stub.mounts), 1);
  await page.evaluate(() => (document.querySelector("#panel").hidden = false));
  await ready(page, 2);
});

test("twenty elements share one instance, one style sheet and one file of each kind", async (t) => {
  const { page, requests } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator>`.repeat(20));
  await ready(page, 20);
  assert.equal(await page.evaluate(() => window.stub.inits), 1);
  assert.equal(await page.evaluate(() => new Set([...document.querySelectorAll("emissions-calculator")].map((one) => one.shadowRoot.adoptedStyleSheets.at(-1))).size), 1);
  for (const name of ["widget.js", "widget.wasm", "widget.css", "live.js", "en.json"]) assert.equal(requests.filter((url) => url.endsWith(name)).length, 1, name);
  // Each script's preload goes once it has loaded.
  await page.waitForFunction(() => document.querySelectorAll("link").length === 0);
});

test("attributes, properties before and after the definition, and child JSON", async (t) => {
  const { page } = await opened(t, `<emissions-calculator id="a"></emissions-calculator>
    <emissions-calculator id="b"><script type="application/json">{"amount": "1000", "distance": 5000}</script>static</emissions-calculator>
    <script>a.disclosure = { amount: "37909.87", distance: 15000 }; a.theme = "dark"; a.lang = "fr"</script>`);
  await ready(page, 2);
  assert.equal(await shown(page, "#a"), "voitures: 12\u202f449 (dark)");
  assert.equal(await shown(page, "#b"), "cars: 985 (auto)");
  const { before, after } = await page.evaluate(async () => {
    const before = window.stub.updates;
    a.disclosure = JSON.stringify({ amount: "37909.87" });
    a.theme = "light";
    a.setAttribute("view", "compact");
    await new Promise((done) => setTimeout(done, 100));
    return { before, after: window.stub.updates };
  });
  assert.equal(after - before, 1, "three changes in one go are one update");
  assert.equal(await shown(page, "#a"), "voitures: 15\u202f562 (light)");
  assert.deepEqual(await page.evaluate(() => [a.theme, a.src, (a.src = null), (a.view = undefined), a.hasAttribute("view")]), ["light", null, null, undefined, false]);
});

test("a move is not a removal; a removal frees; what comes back is mounted again", async (t) => {
  const { page } = await opened(t, `<div id="x"><emissions-calculator src="ant.json"></emissions-calculator></div><div id="y"></div>`);
  await ready(page);
  const counts = () => page.evaluate(() => [window.stub.mounts, window.stub.destroys, window.stub.frees]);
  await page.evaluate(() => { y.append(x.firstChild); x.append(y.firstChild); y.prepend(x.firstChild); });
  await page.waitForTimeout(50);
  assert.deepEqual(await counts(), [1, 0, 0]);
  await page.evaluate(() => { window.gone = y.firstChild; window.gone.remove(); });
  await page.waitForTimeout(50);
  assert.deepEqual(await counts(), [1, 1, 1]);
  await page.evaluate(() => x.append(window.gone));
  await ready(page, 2);
  assert.deepEqual(await counts(), [2, 1, 1]);
});

test("removed while it loads: nothing is mounted, nothing is left over", async (t) => {
  rules.push({ match: "/slow.json", delay: 300, body: `{"amount": "1000"}` });
  const { page, errors } = await opened(t, `<emissions-calculator src="slow.json">static</emissions-calculator>`);
  await page.waitForFunction(() => window.stub?.inits);
  await page.evaluate(() => document.querySelector("emissions-calculator").remove());
  await page.waitForTimeout(500);
  assert.deepEqual(await page.evaluate(() => [window.stub.mounts, window.events.length]), [0, 0]);
  assert.deepEqual(errors, []);
});

test("included twice, from two addresses, is harmless", async (t) => {
  const { page, errors } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator>`, { head: `<script type="module" src="/embed.js?again"></script>` });
  await ready(page);
  assert.equal(await page.evaluate(() => window.stub.mounts), 1);
  assert.deepEqual(errors, []);
});

test("each way to fail keeps the fallback and names its reason", async (t) => {
  const cases = { "": "missing", 'src="none.json"': "src", 'src="https://elsewhere.invalid/a.json"': "origin", 'src="error.json"': "disclosure", 'src="throw.json"': "mount" };
  for (const [attributes, reason] of Object.entries(cases)) {
    const { page, requests } = await opened(t, `<emissions-calculator ${attributes}>static</emissions-calculator>`);
    await failed(page);
    assert.deepEqual(await reasons(page), [reason]);
    assert.equal(await shown(page), "fallback");
    assert.ok(!requests.some((url) => url.includes("elsewhere")), "no request to a third host");
    await page.$eval("emissions-calculator", (element) => (element.src = "ant.json"));
    await ready(page);
    assert.equal(await shown(page), "cars: 15,562 (auto)", `recovers from ${reason}`);
  }
});

for (const file of ["live.js", "widget.js", "widget.wasm", "widget.css"]) {
  test(`without ${file} every element keeps its fallback; the next element tries again`, async (t) => {
    const rule = { match: `/assets/${file}`, status: 404 };
    rules.unshift(rule);
    t.after(() => rules.splice(rules.indexOf(rule), 1));
    const { page, console: messages } = await opened(t, `<emissions-calculator src="ant.json">static</emissions-calculator>`.repeat(2));
    await failed(page, 2);
    assert.deepEqual(await reasons(page), ["load", "load"]);
    assert.equal(await shown(page), "fallback");
    assert.equal(messages.filter((text) => text.startsWith("warning:")).length, 1);
    rule.match = "/nothing";
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<emissions-calculator id="c" load="visible" src="ant.json"></emissions-calculator>`));
    await ready(page);
    assert.equal(await shown(page, "#c"), "cars: 15,562 (auto)");
  });

  test(`with ${file} changed behind our back nothing of it runs or shows`, async (t) => {
    const rule = { match: `/assets/${file}`, body: "globalThis.forged = true" };
    rules.unshift(rule);
    t.after(() => rules.splice(rules.indexOf(rule), 1));
    const { page } = await opened(t, `<emissions-calculator src="ant.json">static</emissions-calculator>`);
    await failed(page);
    assert.equal(await shown(page), "fallback");
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => window.forged), undefined);
  });
}

for (const way of ["event", "trap in a call", "trap in a timer"]) {
  test(`a panic (${way}) sends every element back to its fallback, and says so once`, async (t) => {
    const { page, console: messages, errors } = await opened(t, `<emissions-calculator id="a" src="ant.json">static</emissions-calculator>
      <emissions-calculator id="b" src="ant.json">static</emissions-calculator><emissions-figure for="a" value="petrol-car-year">15,000</emissions-figure>
      <emissions-input for="a" assumption="petrol-car-year.distance">12,000 km</emissions-input>`);
    await ready(page, 2);
    await page.waitForFunction(() => document.querySelector("emissions-input").shadowRoot.querySelector("input"));
    await page.evaluate((way) => {
      const [handle] = window.stub.live;
      if (way === "event") return handle.onEvent("emissions-panic", { message: "at src/x.rs" });
      if (way === "trap in a timer") return void setTimeout(window.stub.trap);
      handle.step = window.stub.trap;
      document.querySelector("emissions-input").shadowRoot.querySelector("input").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp" }));
    }, way);
    await failed(page, 3);
    for (const selector of ["#a", "#b", "emissions-figure", "emissions-input"]) assert.equal(await shown(page, selector), "fallback");
    assert.equal(messages.filter((text) => text.startsWith("warning:")).length, 1);
    assert.deepEqual([...new Set(await reasons(page))], ["panic"]);
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<emissions-calculator id="c" load="visible" src="ant.json"></emissions-calculator>`));
    await page.waitForTimeout(100);
    assert.equal(await shown(page, "#c"), "fallback");
    assert.equal(await page.evaluate(() => window.stub.mounts), 2, "a trapped instance is never called again");
    assert.deepEqual(errors, []);
  });
}

test("figures and inputs keep the author's text until the reader changes a number, then follow each other", async (t) => {
  const { page, errors } = await opened(t, `<p>About <emissions-figure for="ant" value="petrol-car-year">15,000</emissions-figure> cars, if each drives
    <emissions-input for="ant" assumption="petrol-car-year.distance">12,000 km</emissions-input> a year.</p>${far}<emissions-calculator id="ant" src="ant.json"></emissions-calculator>`);
  await ready(page);
  const field = page.locator("emissions-input input");
  await field.waitFor();
  assert.equal(await shown(page, "emissions-figure"), "fallback");
  assert.equal(await field.inputValue(), "12,000 km");
  await field.focus();
  await page.keyboard.press("ArrowUp");
  assert.equal(await field.inputValue(), "12,500 km");
  assert.match(await shown(page, "emissions-figure"), /^14,939 /);
  assert.match(await shown(page, "#ant"), /14,939/);
  assert.deepEqual(await field.evaluate((one) => ["role", "aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-valuetext", "aria-label"].map((name) => one.getAttribute(name))),
    ["spinbutton", "12500", "5000", "30000", "12,500 km", "Distance a year"]);
  await page.keyboard.press("PageDown");
  assert.equal(await field.inputValue(), "7,500 km");
  await page.keyboard.press("End");
  assert.equal(await field.inputValue(), "30,000 km");
  await page.keyboard.press("Home");
  assert.equal(await field.inputValue(), "5,000 km");
  await field.fill("nonsense");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("emissions-input [role=alert]").textContent(), "Give a distance above zero.");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  await page.keyboard.press("Escape");
  assert.equal(await field.inputValue(), "5,000 km");
  assert.equal(await field.getAttribute("aria-invalid"), "false");
  await page.keyboard.press("Escape");
  assert.equal(await field.inputValue(), "12,000 km", "what it was when the reader came");
  assert.equal(await shown(page, "emissions-figure"), "fallback", "the article's own figure is back");
  await field.fill("15000");
  await page.locator("p").click();
  assert.equal(await field.inputValue(), "15,000 km");
  assert.match(await shown(page, "emissions-figure"), /^12,449 /);
  assert.deepEqual(errors, []);
});

const SENTENCE = `<p>About <emissions-figure for="ant" value="petrol-car-year">15,000</emissions-figure> cars, if each drives
  <emissions-input for="ant" assumption="petrol-car-year.distance">12,000 km</emissions-input> a year.</p>`;
/** The article's sentence over its calculator, and the field in it. */
async function sentence(t, options = {}) {
  const found = await opened(t, `<main lang="${options.lang ?? "en"}">${SENTENCE}<emissions-calculator id="ant" src="ant.json"></emissions-calculator></main>`, options);
  await ready(found.page);
  const field = found.page.locator("emissions-input input");
  await field.waitFor();
  return { ...found, field };
}

test("what the handle gave goes back to it as a plain decimal, what a reader typed does not", async (t) => {
  const { page, field } = await sentence(t);
  await field.focus();
  for (const key of ["End", "Home", "Escape"]) await page.keyboard.press(key);
  await field.fill("8.658");
  await page.keyboard.press("Enter");
  const sent = [["30000", true], ["5000", true], ["12000", true], ["8.658", false]];
  assert.deepEqual(await page.evaluate(() => window.stub.sets), sent.map(([text, plain]) => ["petrol-car-year.distance", text, plain]));
});

test("an unusual number lies between the limits that a screen reader is told", async (t) => {
  const { page, field } = await sentence(t);
  const told = () => field.evaluate((one) => ["now", "min", "max"].map((name) => one.getAttribute(`aria-value${name}`)));
  for (const [text, limits] of [["90000", ["90000", "5000", "90000"]], ["900", ["900", "900", "30000"]], ["15000", ["15000", "5000", "30000"]]]) {
    await field.fill(text);
    await page.keyboard.press("Enter");
    assert.deepEqual(await told(), limits);
  }
});

test("a reader's number is told from the article's: by its line, its title and its description", async (t) => {
  const { page, field } = await sentence(t);
  const cdp = await page.context().newCDPSession(page);
  /** What a screen reader has of the sentence, and of the field's description. */
  const heard = async () => {
    const text = (await page.locator("p").ariaSnapshot()).replace("- paragraph:\n  - text: ", "").replace(/\n *- (text: )?/g, " ");
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    return `${text} | ${nodes.find(({ role }) => role.value === "spinbutton").description?.value ?? ""}`;
  };
  const line = (locator) => locator.evaluate((one) => getComputedStyle(one).textDecorationLine + " " + getComputedStyle(one).textDecorationStyle);
  const figure = page.locator("emissions-figure [part~=value]");
  const article = 'About 15,000 cars, if each drives spinbutton "Distance a year": 12,000 km a year. | ';
  assert.equal(await line(field), "underline dotted");
  assert.equal(await field.getAttribute("part"), "control");
  assert.equal(await heard(), article);
  await field.fill("15000");
  await page.keyboard.press("Enter");
  for (const [one, part, base] of [[figure, "value own", "15,000"], [field, "control own", "12,000 km"]]) {
    assert.equal(await line(one), "underline double");
    assert.equal(await one.getAttribute("part"), part);
    assert.equal(await one.getAttribute("title"), `your number; the article has ${base}`);
  }
  const own = 'About 12,449 (your number; the article has 15,000) cars, if each drives spinbutton "Distance a year": 15,000 km a year. | (your number; the article has 12,000 km)';
  assert.equal(await heard(), own);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth <= 0), true, "what is only heard takes no room");
  await page.emulateMedia({ media: "print" });
  assert.equal(await line(field), "underline double", "on paper too");
  await field.focus();
  await page.keyboard.press("Escape");
  assert.equal(await shown(page, "emissions-figure"), "fallback");
  assert.equal(await field.getAttribute("part"), "control");
  assert.equal(await field.getAttribute("title"), "");
  assert.equal(await heard(), article);
});

test("where the language has no words for it, a reader's number is marked by its line alone", async (t) => {
  const { page, field } = await sentence(t, { lang: "zh-CN" });
  await field.fill("15000");
  await page.keyboard.press("Enter");
  assert.equal(await field.getAttribute("part"), "control own");
  assert.equal(await field.getAttribute("title"), "");
  assert.equal(await page.locator("emissions-figure").evaluate(({ shadowRoot }) => shadowRoot.textContent), "12,449");
});

test("a choice for another comparison is none for this: the author's words stay", async (t) => {
  const { page, field } = await sentence(t, { hash: "#emissions-ant=v1,show:person-year,person-year:uk" });
  assert.equal(await shown(page, "emissions-figure"), "fallback");
  await field.fill("15000");
  await page.keyboard.press("Enter");
  assert.match(await shown(page, "emissions-figure"), /^12,449/);
});

test("an input takes the room of the author's text, so that no line of the article moves", async (t) => {
  const sentence = (words) => `<p>If each drives ${words} a <b>year</b>, that makes a difference that anyone can see.</p>`;
  const { page } = await opened(t, `${sentence('<emissions-input for="ant" assumption="petrol-car-year.distance">12,000 km</emissions-input>')}${sentence("12,000 km")}
    <emissions-calculator id="ant" src="ant.json"></emissions-calculator>`, { head: "<style>p { font: 19px/1.5 serif }</style>" });
  await page.locator("emissions-input input").waitFor();
  const [live, plain] = await page.$$eval("p", (all) => all.map((p) => [p.querySelector("b").getBoundingClientRect().left, p.getBoundingClientRect().height]));
  // Chromium puts every box on a grid of 1/64 px, so a box more may lie one step beside.
  for (const [index, place] of live.entries()) assert.ok(Math.abs(place - plain[index]) <= 1 / 64, `${live} where the plain text has ${plain}`);
});

test("the sentence with its input passes axe, and takes the reader's own type", async (t) => {
  const { page } = await opened(t, `<main><h1>t</h1><p>If each drives <emissions-input for="ant" assumption="petrol-car-year.distance">12,000 km</emissions-input> a year.</p>
    <emissions-calculator id="ant" src="ant.json"></emissions-calculator></main>`, { head: "<style>p { font: italic 700 19px/1.5 serif; letter-spacing: 1px }</style>" });
  const field = page.locator("emissions-input input");
  await field.waitFor();
  await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8") });
  const violations = async () => (await page.evaluate(() => window.axe.run("p"))).violations.map(({ id, nodes }) => [id, nodes[0].html]);
  assert.deepEqual(await violations(), []);
  for (const text of ["nonsense", "15000"]) {
    await field.fill(text);
    await page.keyboard.press("Enter");
    assert.deepEqual(await violations(), [], text);
  }
  const looks = (element) => ["fontStyle", "fontWeight", "fontSize", "fontFamily", "letterSpacing", "color"].map((name) => getComputedStyle(element)[name]);
  assert.deepEqual(await field.evaluate(looks), await page.$eval("p", looks));
});

test("a figure without its calculator stays the author's text and says why", async (t) => {
  const { page } = await opened(t, `<emissions-figure for="nobody" value="petrol-car-year">15,000</emissions-figure><emissions-calculator src="ant.json"></emissions-calculator>`);
  await failed(page);
  assert.deepEqual(await reasons(page), ["for"]);
  assert.equal(await shown(page, "emissions-figure"), "fallback");
});

test("languages: the nearest lang, through shadow roots, in the best file there is", async (t) => {
  const { page } = await opened(t, `<emissions-calculator id="a" src="ant.json" lang="zh-Hans"></emissions-calculator>
    <div lang="fr-CA"><div id="host"></div></div><emissions-calculator id="c" src="ant.json" lang="xx"></emissions-calculator>
    <emissions-calculator id="d" src="ant.json" lang="zh_TW"></emissions-calculator><emissions-calculator id="e" src="ant.json" lang="not a language"></emissions-calculator>
    <script>host.attachShadow({ mode: "open" }).innerHTML = '<emissions-calculator id="b" src="ant.json"></emissions-calculator>'</script>`);
  await ready(page, 5);
  const words = await page.evaluate(() => [a, host.shadowRoot.querySelector("#b"), c, d, e].map((one) => one.shadowRoot.textContent.split(":")[0]));
  assert.deepEqual(words, ["辆汽车", "voitures", "cars", "辆汽车", "cars"]);
});

test("the reader's state goes to the address and comes back, beside what else is there", async (t) => {
  const { page } = await opened(t, `<emissions-calculator id="ant" src="ant.json"></emissions-calculator><emissions-calculator src="ant.json"></emissions-calculator>`, { hash: "#part-2&emissions-ant=v1,petrol-car-year.distance:15000" });
  await ready(page, 2);
  assert.match(await shown(page, "#ant"), /12,449/);
  assert.match(await shown(page, "emissions-calculator:not([id])"), /15,562/);
  await page.evaluate(() => [...window.stub.live].forEach((handle) => handle.step("", 2)));
  await page.waitForFunction(() => location.hash.includes("emissions="));
  assert.equal(await page.evaluate(() => location.hash), "#part-2&emissions-ant=v1,petrol-car-year.distance:16000&emissions=v1,petrol-car-year.distance:13000");
  await page.evaluate(() => (location.hash = "#part-2&emissions-ant=v1,petrol-car-year.distance:20000"));
  await page.waitForFunction(() => document.querySelector("#ant").shadowRoot.textContent.includes("9,337"));
  assert.match(await shown(page, "emissions-calculator:not([id])"), /14,365/);
  await page.evaluate(() => (location.hash = "#part-3"));
  await page.waitForTimeout(50);
  assert.match(await shown(page, "#ant"), /9,337/, "a jump within the page keeps the reader's numbers");
  await page.evaluate(() => [...window.stub.live].forEach((handle) => handle.step("", (handle.article - handle.distance) / 500)));
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => location.hash), "#part-3");
});

test("a new subject, set by the host, starts afresh", async (t) => {
  const { page } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator>`);
  await ready(page);
  await page.evaluate(() => [...window.stub.live][0].step("", 2));
  await page.$eval("emissions-calculator", (element) => (element.equivalence = "person-year"));
  await page.waitForFunction(() => window.stub.updates === 1);
  assert.match(await shown(page), /15,562/);
});

test("a host that routes by its fragment, or cancels the change, keeps its address", async (t) => {
  for (const [hash, cancel] of [["#/route", false], ["#here", true]]) {
    const { page } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator>`, { hash });
    await ready(page);
    if (cancel) await page.evaluate(() => addEventListener("emissions-change", (event) => event.preventDefault()));
    await page.evaluate(() => [...window.stub.live].forEach((handle) => handle.step("", 2)));
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => location.hash), hash);
    await page.$eval("emissions-calculator", (element) => (element.theme = "dark"));
    await page.waitForFunction(() => document.querySelector("emissions-calculator").shadowRoot.textContent.includes("(dark)"));
    assert.match(await shown(page), /14,365/, "an attribute changed by the host keeps the reader's numbers");
  }
});

const link = (page, selector = "emissions-calculator") => page.$eval(selector, ({ shadowRoot }) => shadowRoot.querySelector("div").dataset.link);
const step = (page, count = 2) => page.evaluate((count) => [...window.stub.live].forEach((handle) => handle.step("", count)), count);
const share = (page, selector = "emissions-calculator") => page.$eval(selector, ({ shadowRoot }) => shadowRoot.querySelector("[part=share]").click());
const copied = (page) => page.evaluate(() => window.stub.copied);

test("a link that is copied right after a change has that change in it", async (t) => {
  const { page } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator>`);
  await ready(page);
  await page.evaluate(() => {
    const [handle] = window.stub.live;
    for (let turn = 0; turn < 2; turn++) {
      handle.step("", 2);
      handle.share.click();
    }
  });
  assert.deepEqual(await copied(page), ["#emissions=v1,petrol-car-year.distance:13000", "#emissions=v1,petrol-car-year.distance:14000"]);
  assert.equal(await link(page), "");
});

test("a device with a menu for sharing is handed the link; where it refuses, the link is copied", async (t) => {
  const { page } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator>`, { hasTouch: true, isMobile: true });
  await ready(page);
  await page.evaluate(() => {
    window.answer = () => {};
    window.shared = [];
    navigator.share = async ({ url }) => (window.shared.push(new URL(url).hash), window.answer());
  });
  const refuse = (name) => page.evaluate((name) => (window.answer = () => { throw new DOMException("no", name); }), name);
  await step(page);
  await share(page);
  assert.deepEqual(await page.evaluate(() => window.shared), ["#emissions=v1,petrol-car-year.distance:13000"]);
  await refuse("AbortError");
  await share(page);
  assert.deepEqual(await copied(page), [], "a reader who closes the menu wants nothing");
  await refuse("NotAllowedError");
  await share(page);
  await page.waitForFunction(() => window.stub.copied.length === 1);
  await share(page);
  assert.equal((await copied(page)).length, 2);
  assert.equal((await page.evaluate(() => window.shared)).length, 3, "it is not asked again");
});

test("no link is offered where the address never has the reader's numbers", async (t) => {
  for (const hash of ["#/route", "#!route"]) {
    const { page } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator>`, { hash });
    await ready(page);
    assert.equal(await link(page), "none");
    await step(page);
    await share(page);
    assert.deepEqual(await copied(page), []);
  }
  const { page } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator><emissions-calculator class="second" src="ant.json"></emissions-calculator>`);
  await ready(page, 2);
  assert.deepEqual([await link(page), await link(page, ".second")], ["", "none"]);
});

test("no link is offered while the host or the browser keeps the reader's numbers out of the address", async (t) => {
  const ways = {
    host: () => addEventListener("emissions-change", (event) => event.preventDefault()),
    browser: () => (history.replaceState = () => { throw new DOMException("too often", "SecurityError"); }),
  };
  for (const [who, keepOut] of Object.entries(ways)) {
    const { page } = await opened(t, `<emissions-calculator src="ant.json"></emissions-calculator>`);
    await ready(page);
    await page.evaluate(keepOut);
    assert.equal(await link(page), "", "the article's own numbers need none in the address");
    await step(page);
    await share(page);
    assert.deepEqual(await copied(page), [], who);
    assert.equal(await link(page), "stale");
    await step(page, -2);
    await share(page);
    assert.deepEqual(await copied(page), [""], `${who}: back at the article's numbers`);
    assert.equal(await link(page), "");
  }
});

test("the live widget keeps the room of the static one where the reader sees it: no layout shift, no jump at a press", async (t) => {
  const { page } = await opened(t, `<emissions-calculator src="ant.json"><div style="height: 500px">static</div></emissions-calculator><p id="below">below</p><div style="height: 3000px"></div>`, {
    head: `<script>window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.shift += one.value))).observe({ type: "layout-shift", buffered: true })</script>`,
  });
  await ready(page);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.shift), 0);
  const top = await page.$eval("#below", (one) => one.getBoundingClientRect().top);
  const now = () => page.$eval("#below", (one) => one.getBoundingClientRect().top + scrollY);
  await page.click("emissions-calculator");
  await page.keyboard.press("ArrowUp");
  assert.equal(await now(), top, "the first press moves nothing");
  await page.evaluate(() => scrollTo(0, 2000));
  await page.waitForFunction((top) => document.querySelector("#below").getBoundingClientRect().top + scrollY < top - 300, top);
});

test("what is out of sight may move: a long static version leaves no gap in the article", async (t) => {
  const { page } = await opened(t, `<emissions-calculator src="ant.json"><div style="height: 3000px">static</div></emissions-calculator><p id="below">below</p>`);
  await ready(page);
  const { top, bottom } = await page.evaluate(() => ({ top: document.querySelector("#below").getBoundingClientRect().top, bottom: innerHeight }));
  assert.ok(top >= bottom && top < bottom + 100, `${top} is just below the fold at ${bottom}`);
});

test("a thousand mounts and removals leave nothing alive", async (t) => {
  const { page } = await opened(t, `<div id="x"></div><emissions-calculator src="ant.json"></emissions-calculator>`);
  await ready(page);
  await page.evaluate(async () => {
    for (let turn = 0; turn < 1000; turn++) {
      x.innerHTML = `<emissions-calculator amount="1 t"></emissions-calculator>`;
      if (turn % 100 === 0) await new Promise((done) => setTimeout(done, 60));
    }
    x.replaceChildren();
    await new Promise((done) => setTimeout(done, 100));
  });
  const { live, mounts, destroys } = await page.evaluate(() => ({ ...window.stub, live: window.stub.live.size }));
  assert.equal(live, 1);
  assert.equal(mounts - destroys, 1);
  assert.ok(mounts > 5, `${mounts} were really mounted`);
});
