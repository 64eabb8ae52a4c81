/** A document as the pane knows it: every answer and fixed text of its model, and how many words. */

import { estimatePages } from "../reading/page_estimate.js";
import { openPackage } from "../reading/package.js";
import { countWords } from "../reading/words.js";
import { readAnswer } from "./answers.js";
import { readFixedText } from "./fixed_texts.js";
import { SopStory, fieldsOf } from "./sop_story.js";

/** @import { Fields, Model, SopRecord } from "../types" */

/** Reads a document.
 * @param {Document} xml As `getOoxml` gives it, parsed; its tree is used up.
 * @param {Model} model @param {Fields} fields
 * @returns {SopRecord}
 * @throws {Error} There is no Word document in it.
 */
export function readRecord(xml, model, { reading, pages: measures }) {
  const { body, styles, prompts } = openPackage(xml);
  const pages = estimatePages(body, styles, measures);
  const story = new SopStory(body, model, reading, prompts);
  return {
    model,
    answers: Object.fromEntries(fieldsOf(model).map((one) => [one.key, readAnswer(story, one)])),
    fixed: Object.fromEntries(model.fixedTexts.map((one) => [one.key, readFixedText(story, one, reading)])),
    words: countWords(story.story.text({ start: 0, end: story.story.end })),
    pages,
  };
}
