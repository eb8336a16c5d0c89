// The article on paper: every panel open, the table inside one too, no control, and the panels closed again afterwards.

import assert from "node:assert/strict";
import { test } from "node:test";
import { live, suite } from "./support.mjs";

const open = suite();

/** Opens the article as far as its panels, which stay closed. */
async function article(t) {
  const opened = await open(t, "/index.html", { viewport: { width: 1000, height: 800 }, init: noteWhatIsPrinted });
  const { page } = opened;
  const find = (selector) => page.locator(`#ant ${selector}`);
  await find(".widget").scrollIntoViewIfNeeded();
  await find(".panel").nth(5).waitFor();
  return { ...opened, find };
}

/** Counts the open panels as a print begins and as it ends: the first to listen is told before they are drawn anew. */
function noteWhatIsPrinted() {
  window.printed = {};
  for (const when of ["beforeprint", "afterprint"])
    addEventListener(when, () => (window.printed[when] = document.querySelector("#ant").shadowRoot.querySelectorAll(".panel[open]").length));
}

test("on a processor twenty times slower, where drawing one panel takes longer than a frame, a print has every panel", async (t) => {
  const { page, errors } = await article(t);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 20 });
  await page.pdf();
  assert.deepEqual(await page.evaluate(() => window.printed), { beforeprint: 0, afterprint: 6 });
  assert.deepEqual(errors, []);
});

test("a print has every panel open, and leaves them as they were", async (t) => {
  const { page, find, errors } = await article(t);
  await find(".panel[part=working] > summary").click();
  await find("[part=working] .exact").waitFor();
  assert.equal(await find(".panel[open]").count(), 1);
  const paper = await page.pdf();
  assert.equal(paper.subarray(0, 5).toString(), "%PDF-");
  assert.deepEqual(await page.evaluate(() => window.printed), { beforeprint: 1, afterprint: 6 });
  await page.waitForFunction(() => document.querySelector("#ant").shadowRoot.querySelectorAll(".panel[open]").length === 1);
  assert.equal(await find("[part=working][open]").count(), 1, "the one that was open is");
  assert.deepEqual(errors, []);
});

test("on paper everything is visible, the table inside a panel too, and no control is", async (t) => {
  const { page, find, errors } = await article(t);
  await live(page);
  await find(".num").first().fill("15000");
  await find(".set:not(.invisible)").waitFor();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await find(".panel[open]").nth(5).waitFor();
  const seen = await page.evaluate(() => {
    const root = document.querySelector("#ant").shadowRoot;
    const height = (one) => Math.round(one.getBoundingClientRect().height);
    const visible = (selector) => [...root.querySelectorAll(selector)].filter((one) => height(one) > 1 && one.checkVisibility({ contentVisibilityAuto: true }));
    return {
      bodies: visible(".panel > .body").length,
      rows: visible("details.table tbody tr").length,
      controls: visible("button, select, input[type=range], summary:not(.panel > summary), footer, .pickers").map((one) => one.outerHTML.slice(0, 100)),
      // What the table takes is its own: what follows it in the panel stands below it.
      under: visible(".panel").every((panel) => [...panel.querySelectorAll("table, p, li")].every((one) => one.getBoundingClientRect().bottom <= panel.getBoundingClientRect().bottom + 1)),
    };
  });
  assert.deepEqual(seen, { bodies: 6, rows: 12, controls: [], under: true });
  assert.match(await find(".slider").innerText(), /^Distance a year\s+Your 15,000 km\s*$/);
  assert.match(await find("[part=claim]").innerText(), /its own figures give 15,600\..*12,400/s);
  assert.ok(await find("[part=result]").isVisible());
  assert.deepEqual(errors, []);
});

test("on paper a reader who set nothing is told of nothing that could be set", async (t) => {
  const { page, find } = await article(t);
  await page.emulateMedia({ media: "print" });
  for (const part of [".slider", ".pickers", "footer", ".set"]) assert.equal(await find(part).isVisible(), false, part);
  assert.ok(await find("[part=claim]").isVisible());
});

for (const format of ["A4", "Letter"]) {
  test(`the article with every panel takes four pages of ${format} at most`, async (t) => {
    const { page } = await article(t);
    const margin = Object.fromEntries(["top", "right", "bottom", "left"].map((side) => [side, "1cm"]));
    const paper = (await page.pdf({ format, margin })).toString("latin1");
    const pages = paper.match(/\/Type\s*\/Page\b/g)?.length;
    assert.ok(pages >= 2 && pages <= 4, `${pages} pages`);
  });
}

test("a print button of the page's own, as docs/embedding.md has it, prints the panels too", async (t) => {
  const { page, errors } = await article(t);
  await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    setTimeout(print, 100);
  });
  // The event that the browser itself sends, as it begins to print.
  await page.waitForFunction(() => window.printed.beforeprint === 6);
  assert.deepEqual(errors, []);
});

for (const [what, act] of Object.entries({
  'theme="dark"': () => document.querySelector("#ant").setAttribute("theme", "dark"),
  'theme="auto", for a reader who prefers dark': () => document.querySelector("#ant").setAttribute("theme", "auto"),
  "a page that is dark": () => (document.documentElement.style.colorScheme = "dark"),
})) {
  test(`${what}: on paper the letters are dark, and the ground is the paper's`, async (t) => {
    const { page, find } = await article(t);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.evaluate(act);
    const looks = () => find(".widget").evaluateAll((all) => all.map((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor].join(" on ")));
    const brightness = (look) => Math.max(...look.match(/^rgb\((.*?)\)/)[1].split(", "));
    for (const look of await looks()) assert.ok(brightness(look) > 200, `on a dark screen: ${look}`);
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    for (const look of await looks()) assert.match(look, /^rgb\(27, 30, 33\) on rgba\(0, 0, 0, 0\)$/);
    assert.match(await find(".panels .aside").first().evaluate((one) => getComputedStyle(one).color), /^rgb\(86, 96, 104\)$/);
  });
}
