/** How far a document is as a whole: per cent, what the next step needs, the next empty field. */

import { isEmpty, noAnswer } from "./answers.js";
import { fieldsOf } from "./sop_story.js";
import { filledRows, hasGap, stateOf } from "./states.js";

/** @import { Condition, Field, Fields, Model, SopRecord, Step } from "../types" */

const HUNDRED = 100;

/** The share of the required answers that are there, as the intake counts: each fixed row is one.
 * @param {SopRecord} record
 * @returns {number} Per cent, 100 only where nothing is missing.
 */
export function percentDone({ model, answers }) {
  let done = 0;
  let of = 0;
  for (const field of fieldsOf(model).filter((one) => one.need === "required")) {
    const answer = answers[field.key] ?? noAnswer();
    of += field.rows.length || 1;
    done += field.type === "rows" ? filledRows(field, answer) : Number(!hasGap(field, answer));
  }
  return of === 0 ? HUNDRED : Math.floor((HUNDRED * done) / of);
}

/** For which step a document is ready by its status, and what that step still needs.
 *
 * What only a school with a SOP of the year before must answer is not asked: a document does not say so.
 * @param {SopRecord} record
 * @returns {{readyFor: string, missing: Field[]}}
 */
export function nextStep(record) {
  const { model, answers } = record;
  const step = currentStep(record);
  const missing = new Set(fieldsOf(model).filter((one) => one.need === "required"));
  const until = step === undefined ? [] : model.route.slice(0, model.route.indexOf(step) + 1);
  const byKey = new Map(fieldsOf(model).map((one) => [one.key, one]));
  for (const need of until.flatMap((one) => one.needs)) {
    const field = byKey.get(need.key);
    if (field && !need.onlyWithPrevious && holds(need.condition, record)) missing.add(field);
  }
  const gaps = fieldsOf(model).filter((one) => missing.has(one) && hasGap(one, answers[one.key]));
  return { readyFor: step?.readyFor ?? "", missing: gaps };
}

/** @param {SopRecord} record @returns {Step | undefined} */
function currentStep({ model, answers }) {
  const status = answers[model.keys.status]?.text ?? null;
  return model.route.find((one) => one.status === status) ?? model.route[0];
}

/** @param {Condition | null} condition @param {SopRecord} record */
function holds(condition, { answers }) {
  if (condition === null) return true;
  const value = answers[condition.key]?.text ?? null;
  return value !== null && condition.values.includes(value) !== condition.negated;
}

/** Whether somebody still has to look at a field: it is needed or advised, and not there.
 * @param {Field} field @param {SopRecord} record
 */
export function isOpen(field, { answers }) {
  const answer = answers[field.key] ?? noAnswer();
  if (field.type === "flag" || field.need === "optional") return false;
  return field.need === "required" ? hasGap(field, answer) : isEmpty(answer);
}

/** The next empty field behind one, in the order of the document; from the top again at the end.
 *
 * What the next step needs goes first; when nothing is left of that, what is advised.
 * @param {SopRecord} record @param {string} after Key of the field that was the last one, or "".
 * @returns {Field | null}
 */
export function nextEmpty(record, after) {
  const all = fieldsOf(record.model);
  const { missing } = nextStep(record);
  const open = missing.length > 0 ? missing : all.filter((one) => isOpen(one, record));
  const place = all.findIndex((one) => one.key === after);
  return open.find((one) => all.indexOf(one) > place) ?? open[0] ?? null;
}

/** How many fields are filled, open and wrong, for the line above the list.
 * @param {SopRecord} record
 */
export function counts(record) {
  const fields = fieldsOf(record.model);
  const remarked = fields.filter((one) => stateOf(one, record.answers[one.key]).remarks.length > 0);
  const advised = fields.filter((one) => one.need === "advised" && isOpen(one, record));
  return { advised: advised.length, remarked: remarked.length, missing: nextStep(record).missing.length };
}

/** The model of a document by its properties; null where it is none that the pane knows.
 * @param {Fields} fields @param {Record<string, string>} properties
 * @returns {Model | null}
 */
export function modelFor(fields, properties) {
  const named = properties[fields.properties.model];
  return named === undefined ? fields.models[fields.default] : (fields.models[named] ?? null);
}
