/** About how many pages a document takes, from its words, rows, pictures and styles: laid out roughly.
 *
 * The rules of `formats/word/page_estimate.py`, whose measures come along in `fields.json`; both give the
 * same number.
 */

import { W, child, children, elements, isElement, value } from "./xml.js";

/** @import { PageMeasures } from "../types" */

/** @typedef {{size: number, before: number, after: number, line: number, newPage: boolean}} Look In points. */
/** @typedef {{signs: number[], pictures: number, pageEnds: number}} Words */
/** @typedef {Map<string, Look>} Looks */

const TWIPS = 20; // of a point
const HALF_POINTS = 2;
const EMU = 12_700;
const FULL_LINE = 240; // `w:line` of single spacing
const LEAST = 72; // points of text on a page
const MOST = 10_000_000;
const PAGE_END = -1; // among the heights of lines: what follows stands on a new page
const GONE = new Set(["del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "Fallback"]);

/** The pages of a document.
 * @param {Element} body As it stands in the file, changes not accepted yet.
 * @param {Element | null} styles @param {PageMeasures} measures
 */
export function estimatePages(body, styles, measures) {
  return new Sheet(body, styles, measures).pages();
}

class Sheet {
  /** @param {Element} body @param {Element | null} styles @param {PageMeasures} measures */
  constructor(body, styles, measures) {
    this.body = body;
    this.measures = measures;
    this.looks = readLooks(styles, measures.size);
  }

  pages() {
    const [width, height] = this.textArea();
    let pages = 1;
    let filled = 0;
    for (const one of this.heights(this.body, width)) {
      if (one === PAGE_END || (filled && filled + one > height)) {
        pages += 1;
        filled = 0;
      }
      if (one === PAGE_END) continue;
      const more = Math.floor(one / height); // a picture or row that takes more than a page
      pages += more;
      filled += one - more * height;
    }
    return pages;
  }

  /** Width and height of a page's text. */
  textArea() {
    const [size] = elements(this.body, ["pgSz"]);
    const [margins] = elements(this.body, ["pgMar"]);
    const { paper, margin } = this.measures;
    const [width, height] = ["w", "h"].map((name, at) => number(size, name, paper[at]));
    const [left, right, top, bottom] = ["left", "right", "top", "bottom"].map((name) => number(margins, name, margin));
    return [Math.max(width - left - right, LEAST), Math.max(height - top - bottom, LEAST)];
  }

  /** The heights of the lines and rows in a block, one under the other.
   * @param {Element} block @param {number} width
   * @returns {number[]}
   */
  heights(block, width) {
    return children(block).flatMap((one) => {
      if (isElement(one, "p")) return this.paragraph(one, width);
      if (isElement(one, "tbl")) return this.table(one, width);
      return isGone(one) ? [] : this.heights(one, width);
    });
  }

  /** @param {Element} block @param {number} width */
  paragraph(block, width) {
    const style = value(child(child(block, "pPr"), "pStyle"));
    const look = this.looks.get(style) ?? /** @type {Look} */ (this.looks.get(""));
    /** @type {Words} */
    const words = { signs: [0], pictures: 0, pageEnds: 0 };
    this.gather(block, words);
    const line = look.size * this.measures.leading * look.line;
    const fits = Math.max(width / (look.size * this.measures.sign), 1);
    const count = words.signs.reduce((sum, signs) => sum + Math.max(Math.ceil(signs / fits), 1), 0);
    const lines = new Array(Math.max(count - 2, 0)).fill(line);
    const heights = [look.before + line, ...lines, (count > 1 ? line : 0) + look.after];
    if (look.newPage) heights.unshift(PAGE_END);
    if (words.pictures) heights.push(words.pictures);
    return [...heights, ...new Array(words.pageEnds).fill(PAGE_END)];
  }

  /** @param {Element} element @param {Words} words */
  gather(element, words) {
    for (const one of children(element)) {
      const isExtent = one.localName === "extent" && one.namespaceURI !== W;
      if (isElement(one, "t")) words.signs[words.signs.length - 1] += Array.from(one.textContent ?? "").length;
      else if (isElement(one, "tab")) words.signs[words.signs.length - 1] += this.measures.tab;
      else if (isExtent) words.pictures += number(one, "cy", 0, EMU);
      else if (isElement(one, "br")) breakLine(one, words);
      else if (!isGone(one)) this.gather(one, words);
    }
  }

  /** @param {Element} block @param {number} width */
  table(block, width) {
    const edges = [0];
    for (const one of children(child(block, "tblGrid") ?? block).filter((each) => isElement(each, "gridCol"))) {
      edges.push(edges[edges.length - 1] + number(one, "w", 0));
    }
    return inside(block, "tr").map((row) => this.row(row, edges, width) + this.measures.cellEdges);
  }

  /** @param {Element} row @param {number[]} edges @param {number} width */
  row(row, edges, width) {
    let at = 0;
    let highest = 0;
    for (const cell of inside(row, "tc")) {
      const span = Math.trunc(number(child(child(cell, "tcPr"), "gridSpan"), "val", 1, 1));
      const end = at + Math.max(span, 1);
      const room = end < edges.length ? edges[end] - edges[at] : 0;
      const heights = this.heights(cell, (room || width / 2) - this.measures.cellSides);
      highest = Math.max(highest, heights.reduce((sum, one) => (one === PAGE_END ? sum : sum + one), 0));
      at = end;
    }
    return highest;
  }
}

/** @param {Element} one @param {Words} words */
function breakLine(one, words) {
  if (value(one, "type") === "page") words.pageEnds += 1;
  words.signs.push(0);
}

/** @param {Element} one */
function isGone(one) {
  return GONE.has(one.localName);
}

/** The rows of a table, or cells of a row, also those in controls; not those of tables in cells.
 * @param {Element} element @param {string} name
 * @returns {Element[]}
 */
function inside(element, name) {
  return children(element).flatMap((one) => (isElement(one, name) ? [one] : isGone(one) ? [] : inside(one, name)));
}

/** The looks of all paragraph styles by id; of paragraphs without a style as that of "".
 * @param {Element | null} styles @param {number} size
 * @returns {Looks}
 */
function readLooks(styles, size) {
  const all = styles === null ? [] : children(styles).filter((one) => isElement(one, "style"));
  const given = new Map(all.filter((one) => value(one, "type") === "paragraph").map((one) => [value(one, "styleId"), one]));
  let plain = { size, before: 0, after: 0, line: 1, newPage: false };
  const defaults = child(styles, "docDefaults");
  for (const one of ["pPrDefault", "rPrDefault"]) plain = changed(plain, child(defaults, one), size);
  /** @type {Looks} */
  const found = new Map();
  for (const name of given.keys()) resolve(name, given, plain, found, size);
  const usual = [...given].find(([, one]) => value(one, "default") === "1")?.[0] ?? "";
  if (!found.has("")) found.set("", found.get(usual) ?? plain);
  return found;
}

/** A style's look: what it says itself, over the style that it is based on.
 * @param {string} name @param {Map<string, Element>} given @param {Look} plain @param {Looks} found
 * @param {number} size
 */
function resolve(name, given, plain, found, size) {
  /** @type {[string, Element][]} */
  const chain = [];
  for (let one = given.get(name); one !== undefined && !found.has(name); one = given.get(name)) {
    if (chain.some(([known]) => known === name)) break;
    chain.push([name, one]);
    name = value(child(one, "basedOn"));
  }
  let look = found.get(name) ?? plain;
  for (const [known, one] of chain.reverse()) {
    look = changed(look, one, size);
    found.set(known, look);
  }
}

/** @param {Look} look @param {Element | null} element @param {number} size @returns {Look} */
function changed(look, element, size) {
  if (element === null) return look;
  const letters = firstWithin(element, "rPr", "sz");
  const spacing = firstWithin(element, "pPr", "spacing");
  const isAuto = spacing === null || ["", "auto"].includes(value(spacing, "lineRule"));
  return {
    size: number(letters, "val", look.size * HALF_POINTS, HALF_POINTS) || size,
    before: number(spacing, "before", look.before * TWIPS),
    after: number(spacing, "after", look.after * TWIPS),
    line: isAuto ? number(spacing, "line", look.line * FULL_LINE, FULL_LINE) : look.line,
    newPage: look.newPage || elements(element, ["pageBreakBefore"]).length > 0,
  };
}

/** The first element of that name directly in properties anywhere below.
 * @param {Element} element @param {string} properties @param {string} name
 */
function firstWithin(element, properties, name) {
  return elements(element, [name]).find((one) => isElement(one.parentNode, properties)) ?? null;
}

/** An attribute in points; not below 0, however it is written.
 * @param {Element | null | undefined} element @param {string} name @param {number} otherwise
 * @param {number} [unit]
 */
function number(element, name, otherwise, unit = TWIPS) {
  const words = element?.getAttributeNS(W, name) || element?.getAttribute(name) || "";
  return (/^[0-9]+$/.test(words) ? Math.min(Number(words.slice(0, 9)), MOST) : otherwise) / unit;
}
