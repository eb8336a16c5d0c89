/**
 * The room that the reader sees the static version take, and that the panels will need: kept as the live widget takes
 * its place, so that the text below does not jump. No more than that, since the static version may be much longer.
 * It is given up once the panels are there and then the reader acts, the column's width changes, or the widget is
 * out of sight.
 */
export class Room {
  #box;
  #end = new AbortController();

  /** @param before the place of the element with its static version, already replaced */
  constructor(box, before, panels) {
    this.#box = box;
    const { height, width } = box.getBoundingClientRect();
    // What follows and was out of sight may come nearer, but not into sight.
    const inSight = Math.min(before.height, innerHeight - before.top);
    const room = Math.max(inSight, height + panels.room);
    if (width !== before.width || room <= height) return;
    box.style.minBlockSize = `${room}px`;

    const { signal } = this.#end;
    const settled = () => panels.settled.then(() => this.release());
    const sight = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting || settled());
    const size = new ResizeObserver(() => box.getBoundingClientRect().width !== width && this.release());
    signal.addEventListener("abort", () => {
      sight.disconnect();
      size.disconnect();
    });
    for (const type of ["pointerdown", "keydown"]) box.addEventListener(type, settled, { signal });
    sight.observe(box);
    size.observe(box);
  }

  release() {
    this.#end.abort();
    this.#box.style.minBlockSize = "";
  }
}
