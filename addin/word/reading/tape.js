/** A story laid out as a tape: its text in order, cut where something begins or ends. */

import { MATH, W, isElement, value } from "./xml.js";

/** The kinds of pieces. */
export const PARAGRAPH = "P";
export const CONTROL = "S";
export const CONTROL_END = "s";
export const TABLE = "T";
export const TABLE_END = "t";
export const ROW = "R";
export const CELL = "C";
export const BOX = "X";
export const BOX_END = "x";
export const BOOKMARK = "B";
export const BOOKMARK_END = "e";
export const WORDS = ".";

/** @typedef {{kind: string, text: string, node: Element}} Piece */
/** @typedef {(font: string, code: string) => string} Symbols */

const CHARACTERS = new Map([
  ["br", "\n"],
  ["cr", "\n"],
  ["tab", "\t"],
  ["ptab", "\t"],
  ["noBreakHyphen", "\u2011"],
  ["softHyphen", "\u00ad"],
]);
const AROUND = new Map([
  ["sdt", [CONTROL, CONTROL_END]],
  ["tbl", [TABLE, TABLE_END]],
  ["txbxContent", [BOX, BOX_END]],
]);
const BEGINS = new Map([
  ["p", PARAGRAPH],
  ["tr", ROW],
  ["tc", CELL],
]);
const SILENT = new Set(["pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "delText", "instrText"]);

/** Lays a story out.
 * @param {Element} root The story in its final view.
 * @param {Symbols} symbol What a `w:sym` shows.
 * @returns {Piece[]}
 */
export function layTape(root, symbol) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {Map<string, string>} Names of bookmarks by their id; it may come again. */
  const names = new Map();
  visit(root, pieces, names, symbol);
  return pieces;
}

/** @param {Element} node @param {Piece[]} pieces @param {Map<string, string>} names @param {Symbols} symbol */
function visit(node, pieces, names, symbol) {
  const name = node.localName;
  if (node.namespaceURI !== W) {
    if (name === "t" && node.namespaceURI === MATH) pieces.push({ kind: WORDS, text: node.textContent ?? "", node });
    else visitChildren(node, pieces, names, symbol);
    return;
  }
  if (SILENT.has(name)) return;
  const text = textOf(node, symbol);
  if (text !== null) pieces.push({ kind: WORDS, text, node });
  else if (name === "bookmarkStart" || name === "bookmarkEnd") markBookmark(node, pieces, names);
  else markElement(node, pieces, () => visitChildren(node, pieces, names, symbol));
}

/** @param {Element} node @param {Piece[]} pieces @param {Map<string, string>} names @param {Symbols} symbol */
function visitChildren(node, pieces, names, symbol) {
  for (let one = node.firstChild; one !== null; one = one.nextSibling) {
    if (isElement(one)) visit(one, pieces, names, symbol);
  }
}

/** The text that an element is by itself, or null. Tabs count in runs: elsewhere they are tab stops.
 * @param {Element} node @param {Symbols} symbol
 */
function textOf(node, symbol) {
  if (node.localName === "t") return node.textContent ?? "";
  if (node.localName === "sym") return symbol(value(node, "font"), value(node, "char"));
  const character = CHARACTERS.get(node.localName);
  return character !== undefined && isElement(node.parentNode, "r") ? character : null;
}

/** Bookmarks that Word keeps for itself (`_GoBack`, `_Toc…`) are passed over.
 * @param {Element} node @param {Piece[]} pieces @param {Map<string, string>} names
 */
function markBookmark(node, pieces, names) {
  const id = value(node, "id");
  const begins = node.localName === "bookmarkStart";
  if (begins) names.set(id, value(node, "name"));
  const name = names.get(id) ?? "";
  if (name && !name.startsWith("_")) pieces.push({ kind: begins ? BOOKMARK : BOOKMARK_END, text: name, node });
}

/** @param {Element} node @param {Piece[]} pieces @param {() => void} inside */
function markElement(node, pieces, inside) {
  const [start, end] = AROUND.get(node.localName) ?? [BEGINS.get(node.localName), undefined];
  if (start !== undefined) pieces.push({ kind: start, text: "", node });
  inside();
  if (end !== undefined) pieces.push({ kind: end, text: "", node });
}
