/**
 * Keeps what a reader has selected in an element whose texts are about to be written again.
 * @param {Element} host
 * @returns {() => void} selects it again, by its place in the text
 */
export function keepSelection(host) {
  // Where a browser has no selection of a shadow root's own, the document's reaches into it.
  const selected = host.getRootNode().getSelection?.() ?? document.getSelection();
  const texts = () => {
    const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
    const all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    return all;
  };
  const before = texts();
  const place = (node, offset) => {
    const index = before.indexOf(node);
    return index < 0 ? undefined : before.slice(0, index).reduce((sum, { length }) => sum + length, offset);
  };
  const ends = selected && !selected.isCollapsed ? [place(selected.anchorNode, selected.anchorOffset), place(selected.focusNode, selected.focusOffset)] : [];
  if (!ends.length || ends.includes(undefined)) return () => {};
  return () => {
    const now = texts();
    const found = ends.map((end) => {
      let rest = end;
      const node = now.find(({ length }) => rest <= length || ((rest -= length), false));
      return [node, rest];
    });
    if (found.every(([node]) => node)) selected.setBaseAndExtent(...found.flat());
  };
}
