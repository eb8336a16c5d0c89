/**
 * Leaves a drag that begins on a number in the sentence to the widget, where the browser would take it for its own.
 * @param {Element} host the element that the widget is drawn in
 */
export function keepDrags(host) {
  const isNumber = ({ target }) => target.matches("[role=spinbutton]");
  // A press on a field's selected text would carry that text off.
  host.addEventListener("dragstart", (event) => isNumber(event) && event.preventDefault());
  // Nor may a mouse select text on its way: a browser lays the page out at every move for that. A finger's press shows
  // the keyboard, and is left alone.
  let isMouse = false;
  host.addEventListener("pointerdown", ({ pointerType }) => (isMouse = pointerType === "mouse"), { passive: true });
  host.addEventListener("mousedown", (event) => {
    if (!isMouse || event.button || !isNumber(event)) return;
    event.preventDefault();
    event.target.focus({ preventScroll: true });
  });
  // Chromium scrolls the text inside a field sideways, whatever the field's touch-action, and then the pointer is
  // cancelled. The first move says what a finger is up to: down the page it scrolls, as everywhere.
  let from, isSideways;
  host.addEventListener("touchstart", ({ touches }) => ([from, isSideways] = [touches[0]]), { passive: true });
  host.addEventListener(
    "touchmove",
    (event) => {
      if (!isNumber(event)) return;
      // Two fingers make the page larger, which is the browser's affair: the number lets go of the first.
      if (event.touches.length > 1) return void event.target.dispatchEvent(new PointerEvent("pointercancel", { bubbles: true }));
      if (!event.cancelable) return;
      const [to] = event.touches;
      isSideways ??= Math.abs(to.clientX - from.clientX) >= Math.abs(to.clientY - from.clientY);
      if (isSideways) event.preventDefault();
    },
    { passive: false },
  );
}
