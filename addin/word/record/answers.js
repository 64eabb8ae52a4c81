/** What a document answers: by the controls of a model, else by its bookmarks.
 *
 * An anchor that holds no words is passed by for one that does: somebody may have typed beside the field.
 */

import { TABLES } from "./sop_story.js";
import { TableAnswers, tablesAcross, tablesAround } from "./tables.js";

/** @import { Answer, Asked, Cells, Field, Span, TableSpan } from "../types" */
/** @import { SopStory } from "./sop_story.js" */

/** @returns {Answer} */
export function noAnswer() {
  return { origin: "", text: null, list: [], rows: {} };
}

/** The answer to a field.
 * @param {SopStory} story @param {Field} field
 * @returns {Answer}
 */
export function readAnswer(story, field) {
  const byControl = READERS[field.type]?.(story, field) ?? readScalar(story, field);
  if (!isEmpty(byControl)) return byControl;
  const byBookmark = readBookmark(story, field);
  return byControl.origin && isEmpty(byBookmark) ? byControl : byBookmark;
}

/** Whether an answer holds nothing.
 * @param {Answer} answer
 */
export function isEmpty(answer) {
  const cells = [...answer.list, ...Object.values(answer.rows)];
  return answer.text === null && cells.every((one) => Object.values(one).every((cell) => cell === null));
}

/** @param {SopStory} story @param {Field} field @returns {Answer} */
function readScalar(story, field) {
  const found = story.withTag(field.key);
  const texts = found.map((one) => story.inControl(field, one));
  const text = texts.find((one) => one !== null) ?? null;
  return { ...noAnswer(), origin: found.length > 0 ? "control" : "", text };
}

/** @param {SopStory} story @param {Field} field @returns {Answer} */
function readList(story, field) {
  const tags = [field.key, ...field.columns.map((one) => `${field.key}.${one.key}`)];
  const found = tags.flatMap((tag) => story.withTag(tag));
  if (found.length === 0) return noAnswer();
  const tables = tablesAround(story.story.spans.tables, found);
  const list = tables.length > 0 ? fromTables(story, field, tables).list : looseRows(story, field);
  return { ...noAnswer(), origin: "control", list };
}

/** Rows from controls whose table is gone: a column that comes again begins a new row.
 * @param {SopStory} story @param {Field} field
 * @returns {Cells[]}
 */
function looseRows(story, field) {
  const columns = new Map(field.columns.map((one) => [`${field.key}.${one.key}`, one]));
  /** @type {Cells[]} */
  const rows = [{}];
  for (const control of story.controls) {
    const column = columns.get(control.tag);
    if (column === undefined) continue;
    if (column.key in rows[rows.length - 1]) rows.push({});
    rows[rows.length - 1][column.key] = story.inControl(column, control);
  }
  return rows.filter((row) => Object.values(row).some((cell) => cell !== null));
}

/** @param {SopStory} story @param {Field} field @returns {Answer} */
function readFixedRows(story, field) {
  /** @type {Record<string, Cells>} */
  const rows = {};
  const found = [];
  for (const row of field.rows) {
    for (const column of field.columns) {
      const controls = story.withTag(`${field.key}.${row.key}.${column.key}`);
      found.push(...controls);
      const text = controls.map((one) => story.inControl(column, one)).find((one) => one !== null) ?? null;
      rows[row.key] = { ...rows[row.key], [column.key]: text };
    }
  }
  if (found.length === 0) return noAnswer();
  const beside = fromTables(story, field, tablesAround(story.story.spans.tables, found)).rows;
  return { ...noAnswer(), origin: "control", rows: merged(field, rows, beside) };
}

/** Cells of the first, and where they hold nothing those of the second: typed beside the control.
 * @param {Field} field @param {Record<string, Cells>} first @param {Record<string, Cells>} second
 */
function merged(field, first, second) {
  /** @param {string} row @param {Asked} column */
  const cell = (row, column) => first[row]?.[column.key] ?? second[row]?.[column.key] ?? null;
  return Object.fromEntries(
    field.rows.map(({ key }) => [key, Object.fromEntries(field.columns.map((one) => [one.key, cell(key, one)]))]),
  );
}

/** @param {SopStory} story @param {Field} field @param {TableSpan[]} tables @returns {Answer} */
function fromTables(story, field, tables) {
  const answer = noAnswer();
  for (const table of tables) {
    const read = new TableAnswers(story, field, table);
    if (field.type === "list") answer.list.push(...read.readList());
    else answer.rows = merged(field, answer.rows, read.readFixedRows());
  }
  return answer;
}

/** @param {SopStory} story @param {Field} field @returns {Answer} */
function readBookmark(story, field) {
  const spans = story.story.spans.bookmarks.get(field.bookmark) ?? [];
  const answers = spans.map((one) => readMarked(story, field, one));
  return answers.find((one) => !isEmpty(one)) ?? answers.at(0) ?? noAnswer();
}

/** @param {SopStory} story @param {Field} field @param {Span} span @returns {Answer} */
function readMarked(story, field, span) {
  if (!TABLES.has(field.type)) return { ...noAnswer(), origin: "bookmark", text: story.inStretch(field, span) };
  const tables = tablesAcross(story.story.spans.tables, span);
  return tables.length > 0 ? { ...fromTables(story, field, tables), origin: "bookmark" } : noAnswer();
}

/** @type {Partial<Record<string, (story: SopStory, field: Field) => Answer>>} */
const READERS = { list: readList, rows: readFixedRows };
