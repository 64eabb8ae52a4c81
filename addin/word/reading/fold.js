/** When two texts are the same to a reader: case, accents, spaces and spellings of signs forgiven. */

/** @import { Reading } from "../types" */

/** @typedef {(text: string) => string} Fold */

const COMBINING = /\p{M}/gu;
const ASCII = /^[\u0000-\u007f]*$/;

/** Each sign as a table says, others as they are.
 * @param {Record<string, string>} signs
 * @returns {Fold}
 */
export function translator(signs) {
  const known = new Map(Object.entries(signs));
  return (text) => Array.from(text, (sign) => known.get(sign) ?? sign).join("");
}

/** How texts are compared.
 * @param {Reading} reading
 * @returns {Fold}
 */
export function folder(reading) {
  const translate = translator(reading.signs);
  return (text) => {
    let plain = text.toLowerCase();
    if (!ASCII.test(plain)) {
      // Signs first: an acute accent would fall apart in a space and an accent.
      const parts = translate(plain).normalize("NFKD").replace(COMBINING, "");
      plain = translate(parts).toLowerCase();
    }
    return plain.split(/\s+/).filter(Boolean).join(" ");
  };
}

/** What is compared of a heading or label: folded, without number and signs around it.
 * @param {Reading} reading
 * @returns {Fold}
 */
export function keyMaker(reading) {
  const fold = folder(reading);
  const edges = new Set(reading.edges);
  const numbering = new RegExp(reading.numbering, "u");
  return (text) => trimmed(trimmed(fold(text), edges).replace(numbering, ""), edges);
}

/** @param {string} text @param {Set<string>} edges */
function trimmed(text, edges) {
  let start = 0;
  let end = text.length;
  while (start < end && edges.has(text[start])) start += 1;
  while (end > start && edges.has(text[end - 1])) end -= 1;
  return text.slice(start, end);
}
