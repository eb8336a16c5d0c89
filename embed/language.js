// Which of the widget's languages an element gets.

/** The nearest `lang`, through shadow roots to the document, else English. */
function wanted(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const lang = at.closest("[lang]")?.lang;
    if (lang) return lang;
  }
  return document.documentElement.lang || "en";
}

/** The tag's language and the script it is written in: zh-HK is Hant, zh is Hans. */
function likely(tag) {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    return { language, script };
  } catch {
    return {};
  }
}

/**
 * The best of the available languages: the tag itself, then the same language in the same script, then the same
 * language in another script (which its readers mostly read), then English.
 * @param {Element} element
 * @param {string[]} available
 */
export function choose(element, available) {
  const tag = wanted(element);
  const { language, script } = likely(tag);
  const same = available.filter((one) => likely(one).language === language);
  return (
    available.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
    same.find((one) => likely(one).script === script) ??
    same[0] ??
    "en"
  );
}
