/** Where a field of one line, a choice, a tick or a fixed row can be answered in the pane itself. */

import { make } from "./dom.js";

/** @import { Answer, Asked, Field, Row } from "../types" */
/** @import { Abilities, Written } from "../host/word.js" */

/** @typedef {(answers: Written[]) => void} OnWrite What a person answered. */

/** An input, and how it shows what the document says.
 * @typedef {{node: HTMLElement, show: (answer: Answer) => void}} Editor
 */

/** @type {Partial<Record<string, keyof Abilities>>} What Word must be able to do, by the type of answer. */
const NEEDED = { text: "text", number: "text", year: "text", choice: "choice", flag: "flag" };

/** The editor of a field, or null where it is answered in Word itself.
 * @param {Field} field @param {Abilities} able @param {OnWrite} onWrite
 * @returns {Editor | null}
 */
export function editorFor(field, able, onWrite) {
  if (field.type === "rows") return rowsEditor(field, able, onWrite);
  if (!isEditable(field, able)) return null;
  const input = inputFor(field, field.label, (value) => onWrite([{ tag: field.key, type: field.type, value }]));
  return { node: make("p", { class: "invoer" }, input), show: (answer) => showIn(input, answer.text) };
}

/** What of an earlier answer can be written where this document has none; not what tells of one year.
 * @param {Field} field @param {Answer} earlier @param {Answer} now @param {Abilities} able
 * @returns {Written[]}
 */
export function toTakeOver(field, earlier, now, able) {
  if (field.renewed || field.type === "year") return [];
  if (field.type !== "rows") {
    const isFree = isEditable(field, able) && earlier.text !== null && now.text === null;
    return isFree ? [{ tag: field.key, type: field.type, value: earlier.text ?? "" }] : [];
  }
  return field.rows.flatMap((row) =>
    field.columns.flatMap((column) => {
      const value = earlier.rows[row.key]?.[column.key] ?? null;
      const isFree = isEditable(column, able) && value !== null && !now.rows[row.key]?.[column.key];
      return isFree ? [{ tag: `${field.key}.${row.key}.${column.key}`, type: column.type, value }] : [];
    }),
  );
}

/** @param {Asked} asked @param {Abilities} able */
function isEditable(asked, able) {
  const needed = NEEDED[asked.type];
  return needed !== undefined && !asked.open && able[needed];
}

/** @param {Field} field @param {Abilities} able @param {OnWrite} onWrite @returns {Editor | null} */
function rowsEditor(field, able, onWrite) {
  const columns = field.columns.filter((one) => isEditable(one, able));
  if (columns.length === 0) return null;
  const node = make("div", { class: "rijen" });
  /** @type {{row: Row, column: Asked, input: Input}[]} */
  const cells = [];
  let group = "";
  for (const row of field.rows) {
    if (row.group !== group) node.append(make("h4", {}, row.group));
    group = row.group;
    const line = make("div", { class: "rij" }, make("span", { class: "rijnaam", "aria-hidden": "true" }, row.label));
    for (const column of columns) {
      const tag = `${field.key}.${row.key}.${column.key}`;
      const input = inputFor(column, `${row.label}: ${column.label}`, (value) => onWrite([{ tag, type: column.type, value }]));
      cells.push({ row, column, input });
      line.append(input);
    }
    node.append(line);
  }
  return {
    node,
    show: (answer) => {
      for (const { row, column, input } of cells) showIn(input, answer.rows[row.key]?.[column.key] ?? null);
    },
  };
}

/** @typedef {HTMLInputElement | HTMLSelectElement} Input */

/** @param {Asked} asked @param {string} name @param {(value: string) => void} onChange @returns {Input} */
function inputFor(asked, name, onChange) {
  const input = emptyInput(asked, name);
  input.addEventListener("change", () => {
    const value = asked.type === "flag" ? yesOrNo(input) : input.value.trim();
    if (value) onChange(value);
  });
  return input;
}

/** @param {Asked} asked @param {string} name @returns {Input} */
function emptyInput(asked, name) {
  if (asked.type === "flag") return make("input", { type: "checkbox", "aria-label": name });
  if (asked.type !== "choice") {
    return make("input", { type: "text", "aria-label": name, placeholder: asked.label, title: asked.prompt, autocomplete: "off" });
  }
  const options = asked.options.map((one) => make("option", { value: one }, one));
  return make("select", { "aria-label": name }, make("option", { value: "" }, "Kies…"), ...options);
}

/** @param {Input} input */
function yesOrNo(input) {
  return /** @type {HTMLInputElement} */ (input).checked ? "ja" : "nee";
}

/** Shows what the document says, unless somebody is typing there.
 * @param {Input} input @param {string | null} text
 */
function showIn(input, text) {
  if (input === document.activeElement && input.tagName === "INPUT") return;
  if (input instanceof HTMLInputElement && input.type === "checkbox") input.checked = text === "ja";
  else input.value = text ?? "";
}
