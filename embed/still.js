import { attributesOf } from "./tree.js";

/** Whether what stands in `parent` is still what was made of the tree: a translator, say, may have replaced texts. */
export function isStill(parent, tree) {
  let at = parent.firstChild;
  const next = (holds) => {
    const does = Boolean(at) && holds(at);
    at = at?.nextSibling;
    return does;
  };
  const comment = (data) => next((node) => node.nodeType === Node.COMMENT_NODE && node.data === data);
  const all = (nodes) =>
    nodes.every((node) => {
      if (typeof node === "string") return next((one) => one.nodeType === Node.TEXT_NODE && one.data === node);
      const [tag, ...rest] = node;
      if (tag === "") return comment("<[]>") && all(rest) && comment("</[]>");
      attributesOf(rest);
      return next((one) => one.localName === tag && isStill(one, rest));
    });
  return all(tree) && !at;
}
