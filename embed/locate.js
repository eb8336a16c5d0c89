import { fault } from "./fault.js";

/**
 * The address of a file that an element names, as the page would resolve it. Nothing is asked of a third host: a <base>
 * that points to one is passed over, an address that does is refused.
 */
export function locate(src, element) {
  const own = [self.origin, new URL(document.URL).origin, new URL(import.meta.url).origin];
  for (const base of [element.baseURI, document.URL]) {
    const url = parse(src, base);
    if (url && /^https?:$/.test(url.protocol) && own.includes(url.origin)) return url.href;
  }
  throw fault("origin", `${src} is on neither the page's host nor the widget's`);
}

function parse(src, base) {
  try {
    return new URL(src, base);
  } catch {
    return undefined;
  }
}
