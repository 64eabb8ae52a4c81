/** The final view of a story: tracked changes accepted, doubles and hidden text left out. */

import { UNDERSTOOD } from "./understood.js";
import { MC, child, children, elements, isElement, isOn, remove } from "./xml.js";

/** Changes the tree into its final view.
 *
 * Insertions and moved-to text count as they stand. A tracked deletion goes with all that is in it,
 * controls as well; a deleted paragraph mark joins its paragraph to the next. A text box stands twice
 * in a file, for new and for old programs: `mc:Fallback`, the old one, goes where Word understands the
 * new one. Of words with their sound above them (`w:ruby`) the words count.
 * @param {Element} root
 */
export function takeFinalView(root) {
  elements(root, ["AlternateContent"], MC).forEach(choose);
  elements(root, ["rt"]).forEach(remove);
  unwrapControls(root);
  acceptRemovals(root);
  removeHidden(root);
}

/** Keeps the first of alternatives that Word understands, else the last resort (ECMA-376 part 3).
 * @param {Element} alternatives
 */
function choose(alternatives) {
  const all = children(alternatives);
  const choices = all.filter((one) => one.localName === "Choice" && one.namespaceURI === MC);
  const kept = choices.find(isUnderstood);
  (kept === undefined ? choices : all.filter((one) => one !== kept)).forEach(remove);
}

/** Whether Word understands all that a choice asks for.
 * @param {Element} choice
 */
function isUnderstood(choice) {
  const prefixes = (choice.getAttribute("Requires") ?? "").split(/\s+/u).filter(Boolean);
  return prefixes.every((one) => UNDERSTOOD.has(choice.lookupNamespaceURI(one) ?? ""));
}

/** Takes away controls that are deleted themselves; what they hold is marked on its own.
 * @param {Element} root
 */
function unwrapControls(root) {
  for (const start of elements(root, ["customXmlDelRangeStart", "customXmlMoveFromRangeStart"])) {
    const control = nextElement(start);
    const content = isElement(control, "sdt") ? child(control, "sdtContent") : null;
    if (control === null || content === null) continue;
    for (const one of children(content)) control.parentNode?.insertBefore(one, control);
    remove(control);
  }
}

/** @param {Element} root */
function acceptRemovals(root) {
  /** @type {Element[]} */
  const joined = [];
  for (const one of elements(root, ["del", "moveFrom"])) {
    const parent = one.parentNode;
    if (isElement(parent, "rPr")) joined.push(parent);
    else if (isElement(parent, "trPr")) remove(parent.parentNode);
    else remove(one);
  }
  for (const mark of elements(root, ["cellDel"])) {
    if (isElement(mark.parentNode, "tcPr")) remove(mark.parentNode.parentNode);
  }
  joined.reverse().forEach(join); // from the end, so that nothing is moved twice
}

/** Puts a paragraph whose mark is deleted in front of the next, which keeps its own look.
 * @param {Element} markProperties
 */
function join(markProperties) {
  const properties = markProperties.parentNode;
  const paragraph = properties?.parentNode ?? null;
  if (!isElement(paragraph, "p")) return;
  /** @type {Element[]} */
  const between = [];
  for (let one = nextElement(paragraph); one !== null; one = nextElement(one)) {
    if (isElement(one, "p")) {
      const moved = children(paragraph).filter((each) => each !== properties);
      putInFront(one, [...moved, ...between]);
      remove(paragraph);
      return;
    }
    if (children(one).length > 0) return; // a table or control: there is no paragraph to join
    between.push(one); // bookmarks and the like
  }
}

/** @param {Element} paragraph @param {Element[]} moved */
function putInFront(paragraph, moved) {
  const [first] = children(paragraph);
  const before = isElement(first ?? null, "pPr") ? first.nextSibling : paragraph.firstChild;
  for (const one of moved) paragraph.insertBefore(one, before);
}

/** @param {Element} root */
function removeHidden(root) {
  for (const one of elements(root, ["vanish"])) {
    const run = one.parentNode?.parentNode ?? null;
    if (isElement(run, "r") && isOn(one)) remove(run);
  }
}

/** @param {Node} node @returns {Element | null} */
function nextElement(node) {
  let next = node.nextSibling;
  while (next !== null && !isElement(next)) next = next.nextSibling;
  return next;
}
