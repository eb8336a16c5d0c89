// What the widget tells of a reader, and leaves with one: nothing. The headers are those that the servers got.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, live, serve, suite } from "./support.mjs";

const { assets } = JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8"));
const OTHER_LANGUAGES = Object.entries(assets.locales).filter(([lang]) => lang !== "de").map(([, file]) => `/${file}`);
const rules = [];
const open = suite({ server: { rules } });

/** A reader whom this machine's hosts know: a cookie is sent to each port. It cannot be seen by a page's scripts. */
const KNOWN = {
  cookies: [{ name: "reader", value: "visitor", domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" }],
  origins: [],
};

/** An article whose page gives its address to everybody. */
const article = (host) => `<!doctype html><html lang="de"><meta charset="utf-8"><title>t</title><meta name="referrer" content="unsafe-url">
  <script type="module" src="${host}/embed.js"></script><p>Etwa <emissions-figure for="ant" value="petrol-car-year">15.000</emissions-figure> Autos,
  je <emissions-input for="ant" assumption="petrol-car-year.distance">12.000 km</emissions-input>.</p>
  <emissions-calculator id="ant" src="${host}/ant-group-2021.json">static</emissions-calculator>`;

/** A reader does what there is to do: types, opens every panel, chooses another comparison, copies. */
async function use(page, frame = page) {
  const find = (selector) => frame.locator(`emissions-calculator ${selector}`);
  await live(frame, "emissions-calculator");
  await find(".num").first().fill("15000");
  await find(".panel").nth(5).waitFor();
  for (const summary of await find(".panel > summary").all()) await summary.click();
  await find("[part=presets] select").selectOption({ index: 2 });
  await find("[part=comparisons] select").selectOption({ index: 1 });
  await find("[part=share]").click();
  await page.waitForTimeout(500);
}

/** What a page's host has of the reader afterwards. */
const kept = (frame) =>
  frame.evaluate(async () => ({
    cookies: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const NOTHING = { cookies: "", local: {}, session: {}, databases: [], caches: [], workers: 0 };

/** The requests for the widget's files, but for the loader, which the page itself asks for. */
const own = (requests) => requests.filter(({ path }) => /^\/(assets\/|.*\.json)/.test(path));
/** A module script brings its own host's cookies, and no attribute keeps it from that. */
const isScript = (path) => path.endsWith(".js");

/** No referrer, no part of the article's address, and a cookie only where `cookies` allows it. */
function tellNothing(requests, { least = 8, cookies = () => false } = {}) {
  assert.ok(requests.length >= least, requests.map(({ path }) => path).join());
  for (const { path, headers } of requests) {
    assert.equal(headers.referer, undefined, path);
    assert.doesNotMatch(path + JSON.stringify({ ...headers, cookie: "" }), /secret-article|visitor/, path);
    if (!cookies(path)) assert.equal(headers.cookie, undefined, path);
  }
}

test("an article on the widget's own host: nothing is stored, told of it, or fetched that is not needed", async (t) => {
  rules.push({ match: "/secret-article.html", body: article("") });
  const from = open.server.requests.length;
  const { page, context, errors } = await open(t, "/secret-article.html?reader=visitor", { permissions: ["clipboard-write"], storageState: KNOWN });
  await use(page);
  assert.deepEqual(await kept(page), NOTHING);
  assert.equal((await context.cookies()).length, 1, "the reader's own, and no other");
  const requests = open.server.requests.slice(from);
  tellNothing(own(requests), { cookies: isScript });
  assert.deepEqual(requests.filter(({ path }) => OTHER_LANGUAGES.includes(path)), []);
  assert.equal(requests.filter(({ path }) => path === `/${assets.locales.de}`).length, 1);
  assert.deepEqual(errors, []);
});

test("an article on another host: the widget's host learns nothing of it, and gets no cookie", async (t) => {
  const press = await serve({ roots: [], rules: [{ match: "/secret-article.html", body: article(open.server.url) }] });
  t.after(() => press.close());
  const from = open.server.requests.length;
  const { page, context, errors } = await open(t, `${press.url}/secret-article.html?reader=visitor`, {
    permissions: ["clipboard-write"],
    storageState: KNOWN,
  });
  await use(page);
  assert.deepEqual(await kept(page), NOTHING);
  assert.equal((await context.cookies()).length, 1, "the reader's own, and no other");
  tellNothing(own(open.server.requests.slice(from)));
  assert.deepEqual(press.requests.map(({ path }) => path.split("?")[0]).filter((path) => path !== "/favicon.ico"), ["/secret-article.html"]);
  assert.deepEqual(errors, []);
});

test("an article with the frame: nothing is stored, and the frame's host learns nothing of the article", async (t) => {
  const frame = `<iframe src="${open.server.url}/frame.html#src=ant-group-2021.json&lang=de" title="t" width="800" height="3000" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>`;
  const press = await serve({ roots: [], rules: [{ match: "/secret-article.html", body: `<!doctype html><title>t</title><meta name="referrer" content="unsafe-url">${frame}` }] });
  t.after(() => press.close());
  const from = open.server.requests.length;
  const { page, context, errors } = await open(t, `${press.url}/secret-article.html?reader=visitor`);
  await page.frameLocator("iframe").locator("emissions-calculator .num").first().waitFor();
  const inside = page.frames()[1];
  await use(page, inside);
  assert.deepEqual(await kept(inside), NOTHING);
  assert.deepEqual(await context.cookies(), []);
  tellNothing(open.server.requests.slice(from), { least: 11 });
  assert.deepEqual(errors, []);
});
