/**
 * The room that the reader sees the static version take: kept as the live widget takes its place, so that the text
 * below does not jump. No more than that, since the static version may be much longer. It is given up once the reader
 * acts, the column's width changes, or the widget is out of sight.
 */
export class Room {
  #box;
  #end = new AbortController();

  /** @param before the place of the element with its static version, already replaced */
  constructor(box, before) {
    this.#box = box;
    const { height, width } = box.getBoundingClientRect();
    // What follows and was out of sight may come nearer, but not into sight.
    const room = Math.min(before.height, innerHeight - before.top);
    if (width !== before.width || room <= height) return;
    box.style.minBlockSize = `${room}px`;

    const { signal } = this.#end;
    const release = () => this.release();
    const sight = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting || release());
    const size = new ResizeObserver(() => box.getBoundingClientRect().width !== width && release());
    signal.addEventListener("abort", () => {
      sight.disconnect();
      size.disconnect();
    });
    for (const type of ["pointerdown", "keydown"]) box.addEventListener(type, release, { signal });
    sight.observe(box);
    size.observe(box);
  }

  release() {
    this.#end.abort();
    this.#box.style.minBlockSize = "";
  }
}
