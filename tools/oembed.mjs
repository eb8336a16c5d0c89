// The oEmbed document (https://oembed.com, type "rich") of a published disclosure: what a CMS reads when an editor
// pastes the disclosure's address. Static, so it names one size; the frame then reports its real height.

const WIDTH = 640;
const HEIGHT = 720;

/**
 * @param {string} id The disclosure's file name without its extension.
 * @param {object} disclosure The parsed file.
 * @param {string} publicUrl Where dist/ is served, ending in a slash.
 */
export function documentOf(id, disclosure, publicUrl) {
  const title = inLanguage(disclosure.organisation, disclosure.lang);
  const source = new URL(`frame.html#src=${encodeURIComponent(`${id}.json`)}`, publicUrl).href;
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "emissions-calculator",
    provider_url: publicUrl,
    width: WIDTH,
    height: HEIGHT,
    html:
      `<iframe src="${attribute(source)}" title="${attribute(title)}" width="100%" height="${HEIGHT}" loading="lazy" ` +
      `sandbox="allow-scripts allow-same-origin allow-popups" referrerpolicy="no-referrer" style="border:0"></iframe>`,
  };
}

/** The link by which a CMS finds that document from the disclosure's page. */
export function discoveryLink(id, disclosure, publicUrl) {
  const title = inLanguage(disclosure.organisation, disclosure.lang);
  const href = new URL(`${id}.oembed.json`, publicUrl).href;
  return `<link rel="alternate" type="application/json+oembed" title="${attribute(title)}" href="${attribute(href)}">`;
}

/** A text of the disclosure format: a string, or a map from language to string. */
function inLanguage(text, lang) {
  return typeof text === "string" ? text : (text?.[lang] ?? Object.values(text ?? {})[0] ?? "");
}

const attribute = (value) => value.replace(/[&"<>]/g, (char) => `&#${char.charCodeAt(0)};`);
