/** The XML names of Word files, and the few steps through a tree that work in any DOM. */

export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
export const W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
export const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
export const MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math";
export const PKG = "http://schemas.microsoft.com/office/2006/xmlPackage";

const OFF = new Set(["0", "false", "off"]);
const ELEMENT = 1;

/** Whether a node is an element, of that name in Word's namespace if one is given.
 * @param {Node | null} node
 * @param {string} [name]
 * @returns {node is Element}
 */
export function isElement(node, name) {
  if (node === null || node.nodeType !== ELEMENT) return false;
  const element = /** @type {Element} */ (node);
  return name === undefined || (element.localName === name && element.namespaceURI === W);
}

/** The child elements, in order.
 * @param {Node} node
 * @returns {Element[]}
 */
export function children(node) {
  const found = [];
  for (let one = node.firstChild; one !== null; one = one.nextSibling) {
    if (isElement(one)) found.push(one);
  }
  return found;
}

/** The first child element of that name, or null.
 * @param {Node | null} node
 * @param {string} name
 * @param {string} [namespace]
 * @returns {Element | null}
 */
export function child(node, name, namespace = W) {
  for (let one = node?.firstChild ?? null; one !== null; one = one.nextSibling) {
    if (isElement(one) && one.localName === name && one.namespaceURI === namespace) return one;
  }
  return null;
}

/** All elements of those names below one, in the order of the document; a list of its own.
 * @param {Document | Element} root
 * @param {string[]} names
 * @param {string} [namespace]
 * @returns {Element[]}
 */
export function elements(root, names, namespace = W) {
  if (names.length === 1) return Array.from(root.getElementsByTagNameNS(namespace, names[0]));
  const wanted = new Set(names);
  const all = Array.from(root.getElementsByTagNameNS(namespace, "*"));
  return all.filter((one) => wanted.has(one.localName));
}

/** An attribute in Word's namespace, or "".
 * @param {Element | null} element
 * @param {string} [name]
 * @param {string} [namespace]
 */
export function value(element, name = "val", namespace = W) {
  return element?.getAttributeNS(namespace, name) ?? "";
}

/** Whether a toggle such as `w:vanish` is there and not switched off by its value.
 * @param {Element | null} toggle
 * @param {string} [namespace]
 */
export function isOn(toggle, namespace = W) {
  return toggle !== null && !OFF.has(value(toggle, "val", namespace));
}

/** Takes a node out of its tree.
 * @param {Node | null} node
 */
export function remove(node) {
  node?.parentNode?.removeChild(node);
}
