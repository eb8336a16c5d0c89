// Pictures of the built pages: the widget at 320, 640 and 1,024 px, light and dark, in English, Chinese and Arabic,
// closed and with every panel open, in target/shots/; and the README's picture, docs/widget.png.
//
//   node tools/shots.mjs [dist]

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const dist = resolve(process.argv[2] ?? "dist");
const folder = resolve("target/shots");
mkdirSync(folder, { recursive: true });

const server = await serve({ roots: [dist] });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const PAGES = { en: "index.html", "zh-CN": "zh.html", ar: "index.html" };
try {
  for (const width of [320, 640, 1024]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [lang, page] of Object.entries(PAGES)) await shoot({ width, colorScheme, lang, page });
    }
  }
  await picture();
} finally {
  await browser.close();
  await server.close();
}

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
  const name = `${options.lang}-${options.width}-${options.colorScheme}`;
  await widget.screenshot({ path: join(folder, `${name}.png`) });
  await widget.evaluate((element) => {
    for (const panel of element.shadowRoot.querySelectorAll("details")) panel.open = true;
  });
  await tab.waitForTimeout(500);
  await widget.screenshot({ path: join(folder, `${name}-open.png`) });
  console.log(`shots: ${name}`);
  await context.close();
}

async function picture() {
  const { context, tab } = await open({ width: 640, colorScheme: "light", lang: "en", page: "index.html", scale: 1.5 });
  await tab.locator("emissions-calculator").screenshot({ path: resolve("docs/widget.png") });
  console.log("shots: docs/widget.png");
  await context.close();
}
