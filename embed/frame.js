// The page inside the iframe: builds one calculator from the address fragment and tells the page around it how high
// it is, in each of the dialects that newsrooms' pages already understand. Nothing about the reader or the page
// around it is read or sent.
//
//   frame.html#src=ant-group-2021.json&lang=en&theme=light&view=compact&id=a1B2c

import { choose } from "./language.js";

const ATTRIBUTES = ["src", "amount", "equivalence", "preset", "lang", "theme", "view", "lead", "heading-level", "load"];
const THEMES = ["auto", "light", "dark"];
const LANG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
/** What leads to the page without scripts, where the calculator's own words may be what could not be fetched. */
const FIGURES = {
  ar: "الأرقام بلا الحاسبة",
  de: "Die Zahlen ohne den Rechner",
  en: "The figures without the calculator",
  es: "Las cifras sin la calculadora",
  fr: "Les chiffres sans le calculateur",
  ja: "計算ツールなしで数値を見る",
  "zh-CN": "不用计算器，直接看数字",
};
/** So often in a row the content may grow right after the frame did, before we believe that one causes the other. */
const GROWTHS = 5;

// WordPress puts `#?secret=…` behind whatever address it embeds.
const address = () => location.hash.match(/^#?(.*?)(?:#?\?secret=([a-z0-9]+))?$/i);
const [, fragment] = address();
let [, , secret] = address();
const parameters = new URLSearchParams(fragment);
// pym.js tells the child its name in the query.
const pym = new URLSearchParams(location.search).get("childId");
const id = parameters.get("id") ?? "emissions-calculator";

const calculator = document.createElement("emissions-calculator");
for (const name of ATTRIBUTES) if (parameters.has(name)) set(name, parameters.get(name));
if (foreign(parameters.get("src"))) calculator.removeAttribute("src");
// Until the widget runs, and for ever if it cannot, the reader sees the one figure that the address has.
calculator.textContent = parameters.get("amount") ?? "";

const sheet = new CSSStyleSheet();
// The body's height must follow its content and nothing else: no margin that collapses, nothing of the frame's own height.
sheet.replaceSync("html,body{height:auto;margin:0;padding:0;background:none}body{display:flow-root}");
document.adoptedStyleSheets = [sheet];
document.body.append(calculator);
calculator.addEventListener("emissions-error", offerFigures, { once: true });
// Where the loader could not be had there is nobody to tell of it.
if (!customElements.get("emissions-calculator")) offerFigures();

/** A link to the page without scripts that each published disclosure has beside its file. */
function offerFigures() {
  const src = calculator.getAttribute("src");
  if (!src?.endsWith(".json")) return;
  const lang = choose(document.documentElement, Object.keys(FIGURES));
  const link = Object.assign(document.createElement("a"), { href: src.replace(/json$/, "html"), lang, textContent: FIGURES[lang] });
  calculator.append(link);
}

/** Only a language and a theme of the right shape are taken, from the address as from a message. */
function set(name, value) {
  if (name === "theme" && !THEMES.includes(value)) return;
  if (name === "lang") {
    if (!LANG.test(value)) return;
    document.documentElement.lang = value;
  }
  if (name === "theme") document.documentElement.style.colorScheme = value === "auto" ? "light dark" : value;
  calculator.setAttribute(name, value);
}

/** Anyone can write an address fragment: what is shown under this host's name must come from this host. */
function foreign(src) {
  if (src === null) return false;
  try {
    return new URL(src, location.href).origin !== new URL(location.href).origin;
  } catch {
    return true;
  }
}

let width;
let told;
let room;
let growths = 0;
let queued = false;

/** Tells the height once a frame at most. */
function report(again) {
  if (again) told = undefined;
  if (queued) return;
  queued = true;
  requestAnimationFrame(() => {
    queued = false;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told || height === 0 || runsAway(height)) return;
    told = height;
    tell(height);
  });
}

/**
 * Content that is sized by the frame grows with it for ever. Growth that directly follows the frame's own, without a
 * new width, is counted; what the reader does, or a new width, starts the count again.
 */
function runsAway(height) {
  if (innerWidth !== width) [width, growths] = [innerWidth, 0];
  else if (height > told && innerHeight > room) growths++;
  else if (height < told) growths = 0;
  room = innerHeight;
  return growths > GROWTHS;
}

function tell(height) {
  const send = (message) => parent.postMessage(message, "*");
  send({ type: "emissions-calculator:height", v: 1, height });
  if (pym) send(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
  send({ "datawrapper-height": { [id]: height } });
  send({ sentinel: "amp", type: "embed-size", height });
  if (secret) send({ message: "height", value: height, secret });
}

if (parent !== window) {
  new ResizeObserver(() => report()).observe(document.body);
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => (growths = 0), { capture: true, passive: true });
  // Its script may put the secret there when this document is loaded already, which then stays and is told.
  addEventListener("hashchange", () => {
    secret = address()[2] ?? secret;
    report(true);
  });
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || !data) return;
    // The page around may have started to listen after the first height: each dialect has its way to ask again.
    if (typeof data === "string" ? data.startsWith("pymxPYMx") : data.sentinel === "amp" || data.message === "ready") return report(true);
    if (data.type !== "emissions-calculator:set" || data.v !== 1) return;
    for (const name of ["lang", "theme"]) if (typeof data[name] === "string") set(name, data[name]);
    report(true);
  });
}
