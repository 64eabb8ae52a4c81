/** A Word file in one XML document ("flat OPC"), as `getOoxml` gives it: its body, styles and prompts. */

import { PKG, child, elements, isElement, value } from "./xml.js";

/** @typedef {{body: Element, styles: Element | null, prompts: Map<string, string>}} Parts */

/** The body, the styles, and the prompts of the glossary by the name of their part.
 * @param {Document} xml A `pkg:package`.
 * @returns {Parts}
 * @throws {Error} There is no Word document in it.
 */
export function openPackage(xml) {
  const roots = elements(xml, ["xmlData"], PKG).map((one) => firstElement(one));
  const main = roots.find((one) => isElement(one, "document"));
  const body = child(main ?? null, "body");
  if (body === null) throw new Error("er staat geen document in wat Word gaf");
  const glossary = roots.find((one) => isElement(one, "glossaryDocument"));
  const styles = roots.find((one) => isElement(one, "styles")) ?? null;
  return { body, styles, prompts: glossary ? readGlossary(glossary) : new Map() };
}

/** The texts of a glossary's parts by their name: the prompts of controls.
 * @param {Element} glossary
 * @returns {Map<string, string>}
 */
export function readGlossary(glossary) {
  const texts = new Map();
  for (const part of elements(glossary, ["docPart"])) {
    const name = value(child(child(part, "docPartPr"), "name"));
    const body = child(part, "docPartBody");
    if (name && body !== null) texts.set(name, elements(body, ["p"]).map(lineOf).join("\n"));
  }
  return texts;
}

/** @param {Element} paragraph */
function lineOf(paragraph) {
  return elements(paragraph, ["t"])
    .map((one) => one.textContent ?? "")
    .join("");
}

/** @param {Element} node @returns {Element | null} */
function firstElement(node) {
  let one = node.firstChild;
  while (one !== null && !isElement(one)) one = one.nextSibling;
  return one;
}

