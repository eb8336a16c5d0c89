// Pictures of the built pages: the widget at 320, 640 and 1,024 px, light and dark, in English, Chinese and Arabic,
// closed and with every panel open, in target/shots/; and the README's picture, docs/widget.png.
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
const asked = [320, 640, 1024].flatMap((width) => ["light", "dark"].flatMap((colorScheme) => Object.entries(PAGES).map(([lang, page]) => ({ width, colorScheme, lang, page }))));
const nameOf = ({ lang, width, colorScheme }) => `${lang}-${width}-${colorScheme}`;

const server = await serve({ roots: [dist] });
const browser = await launch();
try {
  for (const options of asked) await shoot(options);
  await picture();
} finally {
  await browser.close();
  await server.close();
}
check(asked.flatMap((options) => [`${nameOf(options)}.png`, `${nameOf(options)}-open.png`]));

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
  console.log(`shots: ${name}`);
  await context.close();
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
