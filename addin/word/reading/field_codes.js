/** What field codes mean for a reader: only their result is text. Fields nest. */

import { elements, value } from "./xml.js";

/** Empties the text that stands in the condition or instruction of a field.
 * @param {Element} root
 */
export function emptyFieldCodes(root) {
  if (elements(root, ["fldChar"]).length === 0) return;
  /** @type {boolean[]} Of each field that is open: whether its result has begun. */
  const opened = [];
  for (const one of elements(root, ["fldChar", "t"])) {
    if (one.localName === "t") {
      if (!opened.every(Boolean)) one.textContent = "";
    } else {
      passMark(value(one, "fldCharType"), opened);
    }
  }
}

/** @param {string} mark @param {boolean[]} opened */
function passMark(mark, opened) {
  if (mark === "begin") opened.push(false);
  else if (mark === "end") opened.pop();
  else if (mark === "separate" && opened.length > 0) opened[opened.length - 1] = true;
}
