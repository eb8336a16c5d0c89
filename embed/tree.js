// The nodes of a snapshot; embed/snapshot.js says what they are.

/** Takes the attributes from the front, where there are any. */
export const attributesOf = (rest) => (rest[0] && typeof rest[0] === "object" && !Array.isArray(rest[0]) ? rest.shift() : {});
