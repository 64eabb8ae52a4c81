/** Fixed texts: whether the words in a document are still the model's, and where they first differ. */

import { translator } from "../reading/fold.js";

/** @import { FixedState, FixedText, Reading } from "../types" */
/** @import { SopStory } from "./sop_story.js" */

const CONTEXT_WORDS = 4; // before a change, to find the spot
const SHOWN_WORDS = 8;
const LINE_ENDS = /[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/u;

/** How a fixed text stands in a document.
 * @param {SopStory} story @param {FixedText} text @param {Reading} reading
 * @returns {FixedState}
 */
export function readFixedText(story, text, reading) {
  const controls = story.withTag(text.key).filter((one) => !one.isShowingPrompt);
  const stretches = [...controls, ...(story.story.spans.bookmarks.get(text.bookmark) ?? [])];
  const found = stretches.map((one) => story.story.text(one)).find((one) => one.trim());
  return compare(text.text, found ?? "", reading);
}

/** How the found words stand to the model's.
 * @param {string} expected @param {string} found @param {Reading} reading
 * @returns {FixedState}
 */
export function compare(expected, found, reading) {
  const nothing = { after: "", found: "", expected: "" };
  if (!found.trim()) return { state: "missing", ...nothing };
  const [ours, theirs] = [expected.replaceAll("**", ""), found].map((text) => linesOf(text, reading.bullets));
  if (ours.join("\n") === theirs.join("\n")) return { state: "intact", ...nothing };
  const spell = speller(reading);
  if (folded(ours, spell) === folded(theirs, spell)) return { state: "typographic", ...nothing };
  return { state: "changed", ...firstChange(wordsOf(ours), wordsOf(theirs), spell) };
}

/** The paragraphs and items, trimmed, without bullets, blank ones dropped.
 * @param {string} text @param {string} bullets
 */
function linesOf(text, bullets) {
  const lines = text.normalize("NFC").split(LINE_ENDS).map((line) => line.trim());
  return lines
    .map((line) => (bullets.includes(line[0] ?? "none") && /^.\s/u.test(line) ? line.slice(2).trimStart() : line))
    .filter(Boolean);
}

/** @param {string[]} lines */
function wordsOf(lines) {
  return lines.join(" ").split(/\s+/u);
}

/** All characters in one spelling, without any space: gaps are typography as well.
 * @param {string[]} lines @param {(text: string) => string} spell
 */
function folded(lines, spell) {
  return lines.map((line) => spell(line.replaceAll(/\s+/gu, ""))).join("");
}

/** @param {Reading} reading */
function speller(reading) {
  const translate = translator(reading.fixedSigns);
  return (/** @type {string} */ text) => translate(text.normalize("NFKC")).replaceAll("--", "-");
}

/** The first spot where the words differ: the words before it, and what stands there in both.
 * @param {string[]} ours @param {string[]} theirs @param {(text: string) => string} spell
 */
function firstChange(ours, theirs, spell) {
  let at = 0;
  while (at < ours.length && at < theirs.length && spell(ours[at]) === spell(theirs[at])) at += 1;
  let back = 0;
  const room = Math.min(ours.length, theirs.length) - at;
  while (back < room && spell(ours[ours.length - 1 - back]) === spell(theirs[theirs.length - 1 - back])) back += 1;
  return {
    after: ours.slice(Math.max(at - CONTEXT_WORDS, 0), at).join(" "),
    expected: shorten(ours.slice(at, ours.length - back)),
    found: shorten(theirs.slice(at, theirs.length - back)),
  };
}

/** @param {string[]} words */
function shorten(words) {
  return words.length <= SHOWN_WORDS ? words.join(" ") : `${words.slice(0, SHOWN_WORDS).join(" ")} …`;
}
