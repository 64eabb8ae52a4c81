/** A story of a Word file: the words of any stretch of it, and what its controls say. */

import { emptyFieldCodes } from "./field_codes.js";
import { takeFinalView } from "./final_view.js";
import { findSpans } from "./spans.js";
import { PARAGRAPH, WORDS, layTape } from "./tape.js";

/** @import { ControlSpan, Reading, Span } from "../types" */

/** Controls that are no text of what they lie in: their last pieces, by their first.
 * @typedef {Map<number, number>} Apart
 */

/** @type {Apart} */
export const NOTHING_APART = new Map();

/** Sets controls apart.
 * @param {ControlSpan[]} controls
 * @returns {Apart}
 */
export function setApart(controls) {
  return new Map(controls.map((one) => [one.start, one.end]));
}

export class Story {
  /** @param {Element} root Its tree, which is used up. @param {Reading} reading */
  constructor(root, reading) {
    takeFinalView(root);
    emptyFieldCodes(root);
    this.pieces = layTape(root, (font, code) => symbol(reading, font, code));
    this.spans = findSpans(this.pieces);
  }

  get end() {
    return this.pieces.length;
  }

  /** The words of a stretch: a line for each paragraph and line break.
   * @param {Span} span
   * @param {Apart} [apart]
   */
  text({ start, end }, apart = NOTHING_APART) {
    /** @type {string[]} */
    const found = [];
    let begun = false;
    for (let at = start; at < end; at += 1) {
      if (at !== start) at = this.passBy(at, apart);
      if (at >= end) break;
      const piece = this.pieces[at];
      if (piece.kind === PARAGRAPH) {
        if (begun || found.length > 0) found.push("\n");
        begun = true;
      } else if (piece.kind === WORDS && piece.text) {
        found.push(piece.text);
      }
    }
    return found.join("");
  }

  /** The piece to go on with: the end of a text box or of a control that is set apart.
   * @param {number} at @param {Apart} apart
   */
  passBy(at, apart) {
    return apart.get(at) ?? this.spans.boxes.get(at) ?? at;
  }
}

const PRIVATE = 0xf000; // where Word keeps the codes of a symbol font
const PRIVATE_END = 0xf100;

/** The character of a `w:sym`; for one that is not known, the code as it stands.
 * @param {Reading} reading @param {string} font @param {string} code
 */
function symbol(reading, font, code) {
  const number = /^[0-9a-f]+$/i.test(code) ? Number.parseInt(code, 16) : Number.NaN;
  if (!(number <= 0x10ffff)) return "";
  const plain = number >= PRIVATE && number < PRIVATE_END ? number - PRIVATE : number;
  const known = reading.symbols[font.toLowerCase()] ?? {};
  return known[plain.toString(16).toUpperCase().padStart(2, "0")] ?? String.fromCodePoint(number);
}
