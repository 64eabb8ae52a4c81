/** How far an answer is, in the words of the intake, and what is wrong with what stands there. */

import { countWords } from "../reading/words.js";
import { isEmpty, noAnswer } from "./answers.js";

/** @import { Answer, Asked, Field, FieldState, Meter } from "../types" */

const NEEDS = { required: "verplicht", advised: "aanbevolen", optional: "optioneel" };
const WHOLE_NUMBER = /^-?(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,]0{1,2})?$/u;

/** How far a field is.
 * @param {Field} field @param {Answer} [answer]
 * @returns {FieldState}
 */
export function stateOf(field, answer = noAnswer()) {
  if (!answer.origin) return { state: "absent", words: "niet gevonden in dit document", remarks: [], meter: null };
  if (isEmpty(answer)) return { state: "empty", words: NEEDS[field.need], remarks: [], meter: meterOf(field, "") };
  if (field.type === "rows") return rowsState(field, answer);
  if (field.type === "list") return listState(field, answer);
  const text = answer.text ?? "";
  const meter = meterOf(field, text);
  return { state: "filled", words: "ingevuld", remarks: remarksOn(field, text), meter };
}

/** The number of fixed rows in which every column that must be filled is.
 * @param {Field} field @param {Answer} answer
 */
export function filledRows(field, answer) {
  const needed = neededColumns(field);
  return field.rows.filter((row) => needed.every((one) => Boolean(answer.rows[row.key]?.[one.key]))).length;
}

/** Whether a field that is needed is empty, or lacks a required column in one of its fixed rows.
 * @param {Field} field @param {Answer} [answer]
 */
export function hasGap(field, answer = noAnswer()) {
  if (field.type === "flag") return false;
  if (field.type !== "rows") return isEmpty(answer);
  return field.columns.some((one) => one.need === "required") && filledRows(field, answer) < field.rows.length;
}

/** The columns that make a fixed row whole: the required ones, else the first.
 * @param {Field} field
 */
export function neededColumns(field) {
  const required = field.columns.filter((one) => one.need === "required");
  return required.length > 0 ? required : field.columns.slice(0, 1);
}

/** @param {Field} field @param {Answer} answer @returns {FieldState} */
function rowsState(field, answer) {
  const count = filledRows(field, answer);
  const remarks = field.rows.flatMap((row) =>
    field.columns.flatMap((column) =>
      remarksOn(column, answer.rows[row.key]?.[column.key] ?? "").map((one) => `${row.label}: ${one}`),
    ),
  );
  const state = count < field.rows.length ? "partial" : "filled";
  return { state, words: `${count} van ${field.rows.length} ingevuld`, remarks, meter: null };
}

/** @param {Field} field @param {Answer} answer @returns {FieldState} */
function listState(field, answer) {
  const count = answer.list.length;
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = field.limits;
  const remarks = answer.list.flatMap((row, number) =>
    field.columns.flatMap((one) => remarksOn(one, row[one.key] ?? "").map((words) => `regel ${number + 1}: ${words}`)),
  );
  if (count > maximum) remarks.unshift(`${count} regels, het model vraagt er hoogstens ${maximum}`);
  if (count < minimum) remarks.unshift(`${count} regels, het model vraagt er minstens ${minimum}`);
  return { state: "filled", words: count === 1 ? "1 regel" : `${count} regels`, remarks, meter: null };
}

/** How long a text is beside its limits; null where it has none.
 * @param {Asked} asked @param {string} text
 * @returns {Meter | null}
 */
function meterOf(asked, text) {
  const { minWords = 0, maxWords = 0, maxCharacters = 0 } = asked.limits;
  if (maxWords || minWords) return { count: countWords(text), low: minWords, high: maxWords, unit: "woorden" };
  if (maxCharacters) return { count: Array.from(text).length, low: 0, high: maxCharacters, unit: "tekens" };
  return null;
}

/** What is wrong with a text: its length, its form, its option.
 * @param {Asked} asked @param {string} text
 * @returns {string[]}
 */
function remarksOn(asked, text) {
  if (!text) return [];
  return [lengthRemark(meterOf(asked, text)), formRemark(asked, text)].filter(Boolean);
}

/** @param {Meter | null} meter */
function lengthRemark(meter) {
  if (meter === null) return "";
  const { count, low, high, unit } = meter;
  if (high && count > high) return `te lang: ${count} van ${high} ${unit}`;
  return count < low ? `kort: ${count} ${unit}, minstens ${low}` : "";
}

/** @param {Asked} asked @param {string} text */
function formRemark(asked, text) {
  if (asked.type === "choice" && !asked.open && !asked.options.includes(text)) return `“${text}” staat niet in de keuzelijst`;
  if (asked.type === "number") return numberRemark(asked, text);
  const { pattern } = asked.limits;
  return pattern && !new RegExp(`^(?:${pattern})$`, "u").test(text) ? `“${text}” heeft niet de gevraagde vorm` : "";
}

/** @param {Asked} asked @param {string} text */
function numberRemark(asked, text) {
  if (!WHOLE_NUMBER.test(text)) return `“${text}” is geen heel getal`;
  const number = Number.parseInt(text.replace(/[.,]0{1,2}$/u, "").replaceAll(/[. ]/gu, ""), 10);
  const { minimum = number, maximum = number } = asked.limits;
  return number < minimum || number > maximum ? `${number} ligt niet tussen ${minimum} en ${maximum}` : "";
}
