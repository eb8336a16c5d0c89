/**
 * Tells the widget when an input method is done. Chromium sends no `input` then, and the last one before it says that the
 * method is still at it: what cannot be read would stand there without a word.
 * @param {Element} host the element that the widget is drawn in
 */
export function endCompositions(host) {
  host.addEventListener("compositionend", ({ target }) => target.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })));
}
