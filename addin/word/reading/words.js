/** How many words a reader meets in a text. */

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** The number of words: what stands between white space and holds a letter or digit.
 * @param {string} text
 */
export function countWords(text) {
  return text.split(/\s+/).filter((word) => SAYS_SOMETHING.test(word)).length;
}
