// Pictures of the built pages, light and dark, in English, Chinese and Arabic, in target/shots/: the article's widget at
// 320, 640 and 1,024 px, closed and with every panel open, and every published disclosure's at 390 and 1,024 px, closed;
// and the README's picture, docs/widget.png.
//
//   node tools/shots.mjs [dist]

import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch, serve } from "../tests/e2e/support.mjs";

const dist = resolve(process.argv[2] ?? "dist");
const folder = resolve("target/shots");
const PICTURE = resolve("docs/widget.png");
// A picture of an earlier run must not pass for one of this.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const PAGES = { en: "index.html", "zh-CN": "zh.html", ar: "index.html" };
const looks = (widths) => widths.flatMap((width) => ["light", "dark"].flatMap((colorScheme) => Object.keys(PAGES).map((lang) => ({ width, colorScheme, lang }))));
const articles = looks([320, 640, 1024]).map((look) => ({ ...look, page: PAGES[look.lang], name: "article", isOpened: true }));
const ids = readdirSync(resolve("data/disclosures")).map((name) => name.replace(".json", ""));
const examples = looks([390, 1024]).flatMap((look) => ids.map((id) => ({ ...look, page: `shots/${id}.${look.lang}.html`, name: id })));
const nameOf = ({ name, lang, width, colorScheme }) => `${name}-${lang}-${width}-${colorScheme}`;

/** A page with this disclosure's calculator alone, in the article's column. */
const alone = (id, lang) => `<!doctype html><html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"><meta charset="utf-8"><title>${id}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/page.css"><script type="module" src="/embed.js"></script>
  <main><emissions-calculator src="/${id}.json"></emissions-calculator></main></html>`;
const rules = ids.flatMap((id) => Object.keys(PAGES).map((lang) => ({ match: `/shots/${id}.${lang}.html`, body: alone(id, lang) })));

const server = await serve({ roots: [dist], rules });
const browser = await launch();
try {
  for (const options of [...articles, ...examples]) await shoot(options);
  await picture();
} finally {
  await browser.close();
  await server.close();
}
check([...articles.flatMap((options) => [`${nameOf(options)}.png`, `${nameOf(options)}-open.png`]), ...examples.map((options) => `${nameOf(options)}.png`)]);

async function open({ width, colorScheme, lang, page, scale = 1 }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, deviceScaleFactor: scale });
  const tab = await context.newPage();
  await tab.goto(`${server.url}/${page}`);
  await tab.evaluate((lang) => document.querySelector("emissions-calculator").setAttribute("lang", lang), lang);
  await tab.evaluate(() => document.querySelector("emissions-calculator").scrollIntoView());
  await tab.waitForFunction(() => document.querySelector("emissions-calculator").shadowRoot?.querySelector(".panels details"));
  await tab.waitForTimeout(500);
  return { context, tab };
}

async function shoot(options) {
  const { context, tab } = await open(options);
  const widget = tab.locator("emissions-calculator");
  const name = nameOf(options);
  await widget.screenshot({ path: join(folder, `${name}.png`) });
  if (options.isOpened) await shootOpened(options, tab, widget, name);
  console.log(`shots: ${name}`);
  await context.close();
}

async function shootOpened(options, tab, widget, name) {
  await widget.evaluate((element) => {
    for (const panel of element.shadowRoot.querySelectorAll("details")) panel.open = true;
  });
  // A panel out of sight is not drawn, nor is its height known: in a window as high as the widget all are in sight.
  for (let turn = 0; turn < 2; turn++) {
    await tab.waitForTimeout(250);
    const { height } = await widget.boundingBox();
    await tab.setViewportSize({ width: options.width, height: Math.ceil(height) });
    await tab.evaluate(() => document.querySelector("emissions-calculator").scrollIntoView());
  }
  await tab.waitForTimeout(250);
  await widget.screenshot({ path: join(folder, `${name}-open.png`) });
}

async function picture() {
  const { context, tab } = await open({ width: 640, colorScheme: "light", lang: "en", page: "index.html", scale: 1.5 });
  await tab.locator("emissions-calculator").screenshot({ path: PICTURE });
  console.log("shots: docs/widget.png");
  await context.close();
}

/** Says how many pictures there are; fails if one is missing, empty or too many. */
function check(names) {
  const made = readdirSync(folder);
  const missing = names.filter((name) => !made.includes(name));
  const empty = [...made.map((name) => join(folder, name)), PICTURE].filter((path) => !statSync(path).size);
  const unasked = made.filter((name) => !names.includes(name));
  for (const [what, list] of Object.entries({ missing, empty, unasked })) {
    if (list.length) console.error(`shots: ${what}: ${list.join(", ")}`);
    if (list.length) process.exitCode = 1;
  }
  console.log(`shots: ${made.length} of ${names.length} pictures in ${folder}`);
}
