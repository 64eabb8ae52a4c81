/** A story beside a model: what stands in a stretch as an answer, and what is only a prompt. */

import { folder, keyMaker } from "../reading/fold.js";
import { Story, setApart } from "../reading/story.js";

/** @import { Asked, ControlSpan, Field, Fields, Model, Span } from "../types" */

export const TABLES = new Set(["list", "rows"]);

/** The parts of a document, in its order: the chapters, then the last page with the internal fields.
 * @param {Model} model
 * @returns {{title: string, fields: Field[]}[]}
 */
export function sectionsOf(model) {
  const parts = model.chapters.map((one) => ({
    title: one.number ? `${one.number} ${one.title}` : one.title,
    fields: one.fields.filter((field) => !field.internal),
  }));
  const internal = model.chapters.flatMap((one) => one.fields.filter((field) => field.internal));
  return [...parts, { title: model.internalTitle, fields: internal }].filter((one) => one.fields.length > 0);
}

/** All fields of a model, in the order of the document.
 * @param {Model} model
 * @returns {Field[]}
 */
export function fieldsOf(model) {
  return sectionsOf(model).flatMap((one) => one.fields);
}

export class SopStory {
  /**
   * @param {Element} body Its tree, which is used up.
   * @param {Model} model
   * @param {Fields["reading"]} reading
   * @param {Map<string, string>} glossary Prompts by the name of their part.
   */
  constructor(body, model, reading, glossary = new Map()) {
    this.story = new Story(body, reading);
    this.keyOf = keyMaker(reading);
    this.fold = folder(reading);
    this.glossary = glossary;
    const asked = fieldsOf(model).flatMap((one) => [one, ...one.columns]);
    this.prompts = new Set([...asked.map((one) => one.prompt), ...reading.prompts].filter(Boolean).map(this.fold));
    const own = ownTags(model);
    this.apart = setApart(this.controls.filter((one) => own.has(one.tag) || one.isShowingPrompt));
    /** @type {Map<string, ControlSpan[]>} */
    this.tagged = new Map();
    for (const one of this.controls) this.tagged.set(one.tag, [...(this.tagged.get(one.tag) ?? []), one]);
  }

  get controls() {
    return this.story.spans.controls;
  }

  /** The controls with a tag.
   * @param {string} tag
   */
  withTag(tag) {
    return this.tagged.get(tag) ?? [];
  }

  /** The words of a stretch, controls of their own aside.
   * @param {Span} span
   */
  words(span) {
    return this.story.text(span, this.apart).trim();
  }

  /** Whether a text is a prompt of the model or Word's own, case and spaces aside.
   * @param {string} text
   */
  isPrompt(text) {
    return this.prompts.has(this.fold(text));
  }

  /** The answer in a control, or null.
   * @param {Asked} asked @param {ControlSpan} control
   */
  inControl(asked, control) {
    if (control.isShowingPrompt) return null;
    if (asked.type === "flag" && control.checked !== null) return control.checked ? "ja" : "nee";
    if (asked.type === "date" && control.date) return control.date;
    const text = this.inStretch(asked, control);
    return text !== null && text === this.glossary.get(control.promptPart) ? null : text;
  }

  /** The answer in any other stretch, or null.
   * @param {Asked} asked @param {Span} span
   */
  inStretch(asked, span) {
    const inside = this.stateInside(asked, span);
    if (inside !== null) return inside;
    const lines = this.words(span).split("\n");
    if (asked.type === "rich") return this.prose(lines);
    const text = lines.join("\n");
    return text === "" || this.isPrompt(text) ? null : text;
  }

  /** The date or tick of a control that lies in a stretch.
   * @param {Asked} asked @param {Span} span
   */
  stateInside(asked, span) {
    if (asked.type !== "date" && asked.type !== "flag") return null;
    const known = this.controls.find(
      (one) =>
        one.start < span.end && one.end > span.start && !one.isShowingPrompt &&
        (asked.type === "date" ? one.date !== "" : one.checked !== null),
    );
    if (known === undefined) return null;
    return asked.type === "date" ? known.date : known.checked ? "ja" : "nee";
  }

  /** The lines of prose without blank ones, and without a prompt that was left above it.
   * @param {string[]} lines
   */
  prose(lines) {
    const written = lines.filter((line) => line.trim());
    if (written.length > 0 && this.isPrompt(written[0])) written.shift();
    return written.length > 0 ? written.join("\n") : null;
  }
}

/** Tags of the controls that are a field or fixed text by themselves, not a table's cell.
 * @param {Model} model
 */
function ownTags(model) {
  const scalars = fieldsOf(model).filter((one) => !TABLES.has(one.type));
  return new Set([...scalars, ...model.fixedTexts].map((one) => one.key));
}
