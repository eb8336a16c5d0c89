// A snapshot: the widget as it was drawn when its disclosure was published, as data. A node is a text, ["tag",
// {attributes}?, …nodes] or, for what a component of the live widget drew, ["", …nodes].

import names from "./names.json";
import { attributesOf } from "./tree.js";

/** What made this script and the wasm that it loads; a drawing by anything else may differ from theirs. */
const BUILD = __BUILD__;

const VIEWS = ["compact", "sentence"];
const SVG = "http://www.w3.org/2000/svg";
/** Another name, and the whole snapshot is refused: none of these runs or fetches anything. */
const TAGS = new Set(names.tags.split(" "));
const ATTRIBUTES = new Set(names.attributes.split(" "));

/** What an element asks for, apart from its disclosure, as its snapshot names it. */
export function asked(element, lang) {
  const get = (name) => element.getAttribute(name) ?? undefined;
  const view = get("view");
  return { lang, view: VIEWS.includes(view) ? view : "full", equivalence: get("equivalence"), preset: get("preset"), lead: get("lead"), heading: get("heading-level"), amount: element.hasAttribute("src") ? undefined : get("amount") };
}

/** The snapshot's address beside its disclosure's; undefined where the name does not tell. `emissions publish` writes the same. */
export function addressOf(src, { lang, view, equivalence, preset, lead, heading }) {
  const url = new URL(src);
  if (!url.pathname.endsWith(".json")) return undefined;
  const parts = [lang, view !== "full" && view, equivalence, preset, lead, heading].filter(Boolean).map(encodeURIComponent);
  url.pathname = url.pathname.replace(/json$/, `${parts.join(".")}.snapshot.json`);
  return url.href;
}

/** FNV-1a of a file's bytes, and how many they are: as the snapshot has it. */
export function hash(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${(hash >>> 0).toString(16).padStart(8, "0")}-${bytes.length}`;
}

/** Reads a snapshot that is of this file and for this element; throws where it is not, or is for another widget. */
export function understood(text, wanted, hash) {
  const snapshot = JSON.parse(text);
  const expected = { v: 1, by: BUILD, hash, ...wanted };
  for (const [name, value] of Object.entries(expected))
    if (snapshot[name] !== value) throw Error(`the snapshot's ${name} is ${snapshot[name]}, not ${value}`);
  return snapshot;
}

/** Makes the nodes of a tree; throws at a name that is not on the list, before anything is shown. */
export function make(tree) {
  const fragment = document.createDocumentFragment();
  append(fragment, tree);
  return fragment;
}

function append(parent, nodes) {
  for (const node of nodes) {
    if (typeof node === "string") {
      parent.append(node);
      continue;
    }
    const [tag, ...rest] = node;
    if (tag === "") {
      parent.append(document.createComment("<[]>"));
      append(parent, rest);
      parent.append(document.createComment("</[]>"));
      continue;
    }
    if (!TAGS.has(tag)) throw Error(`the snapshot has a <${tag}>`);
    const isSvg = tag === "svg" || parent.namespaceURI === SVG;
    const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributesOf(rest))) {
      const isKnown = ATTRIBUTES.has(name) || /^(aria|data)-[a-z]+$/.test(name);
      if (!isKnown || (name === "href" && !/^https?:\/\//.test(value))) throw Error(`the snapshot has ${name}="${value}"`);
      element.setAttribute(name, value);
    }
    append(element, rest);
    parent.append(element);
  }
}
