/** The task pane: reads the document, shows how far it is, brings the cursor to a field, writes short answers. */

import * as word from "./host/word.js";
import { isEmpty, noAnswer } from "./record/answers.js";
import { FileError, readLastYear } from "./record/last_year.js";
import { modelFor, nextEmpty } from "./record/progress.js";
import { readRecord } from "./record/record.js";
import { filledRows } from "./record/states.js";
import { byId } from "./view/dom.js";
import { FieldList } from "./view/field_list.js";
import { showFixedTexts, showOverview } from "./view/overview.js";

/** @import { Answer, Field, Fields, FixedText, Model, SopRecord } from "./types" */
/** @import { Written } from "./host/word.js" */

const AFTER_WRITING = 300; // milliseconds: several answers in a row are read back once
const MEASURED = "sop:lijst";

class Pane {
  /** @param {Fields} fields */
  constructor(fields) {
    this.fields = fields;
    this.able = word.abilities();
    /** @type {FieldList | null} */
    this.list = null;
    /** @type {SopRecord | null} */
    this.record = null;
    this.last = "";
    this.timer = 0;
    /** @type {Promise<unknown>} What is asked of Word goes one after the other. */
    this.busy = Promise.resolve();
  }

  start() {
    byId("opnieuw").addEventListener("click", () => this.inTurn(() => this.readAgain("Het document is opnieuw gelezen.")));
    byId("volgende").addEventListener("click", () => this.inTurn(() => this.goToNext()));
    byId("alleen-open").addEventListener("change", () => this.show());
    const chosen = /** @type {HTMLInputElement} */ (byId("vorig-jaar"));
    chosen.addEventListener("change", () => this.inTurn(() => this.openLastYear(chosen)));
    byId("blok-vorig").hidden = typeof DecompressionStream === "undefined";
    /** @type {HTMLButtonElement} */ (byId("volgende")).disabled = !this.able.jump;
    return this.inTurn(() => this.readAgain(this.able.jump ? "" : "Deze Word is te oud om naar een veld te gaan."));
  }

  /** Does one thing after what is going on; what Word refuses is said.
   * @param {() => Promise<void>} work
   */
  inTurn(work) {
    this.busy = this.busy.then(work).catch((error) => {
      console.error(error);
      say(`Word deed niet wat gevraagd werd (${error instanceof Error ? error.message : error}). Druk op Opnieuw lezen.`);
    });
    return this.busy;
  }

  /** Reads the document and shows it.
   * @param {string} words What is said then.
   */
  async readAgain(words) {
    const start = performance.now();
    const { properties, default: usual } = this.fields;
    const opened = await word.readDocument([properties.kind, properties.model]);
    const model = modelFor(this.fields, opened.properties);
    const kind = opened.properties[properties.kind] ?? properties.sop;
    if (model === null) return this.refuse(`Dit document is van een model dat deze hulp niet kent: ${opened.properties[properties.model]}.`);
    if (kind === properties.template) return this.refuse("Dit is het model zelf, niet het document van een school.");
    this.record = readRecord(parseXml(opened.xml), model, this.fields);
    if (isForeign(this.record)) return this.refuse(`In dit document staan geen velden van het model ${this.fields.models[usual].name}.`);
    if (this.list?.model !== model) this.list = this.listFor(model);
    this.show();
    performance.measure(MEASURED, { start });
    say(words);
  }

  /** @param {Model} model */
  listFor(model) {
    return new FieldList(byId("velden"), model, {
      able: this.able,
      onJump: (field) => this.inTurn(() => this.goTo(field)),
      onWrite: (answers) => this.inTurn(() => this.write(answers)),
      onSay: say,
    });
  }

  show() {
    if (this.record === null || this.list === null) return;
    const onlyOpen = /** @type {HTMLInputElement} */ (byId("alleen-open")).checked;
    showOverview(this.record, this.fields.pages);
    showFixedTexts(this.record, this.able.jump, (text) => this.inTurn(() => this.goToText(text)));
    byId("niets").hidden = this.list.show(this.record, onlyOpen);
    byId("inhoud").hidden = false;
  }

  /** @param {string} words */
  refuse(words) {
    this.record = null;
    byId("inhoud").hidden = true;
    byId("wie").textContent = "Geen SOP";
    say(words);
  }

  async goToNext() {
    await this.readAgain("");
    if (this.record === null) return;
    const field = nextEmpty(this.record, this.last);
    if (field === null) say("Alles is ingevuld.");
    else await this.goTo(field);
  }

  /** @param {Field} field */
  async goTo(field) {
    const answer = this.record?.answers[field.key] ?? noAnswer();
    const tags = tagsOf(field, answer);
    const found = await word.jumpTo(tags, field.bookmark, isUnfilled(field, answer));
    this.last = field.key;
    this.list?.mark(field.key);
    say(found ? `De cursor staat bij: ${field.label}` : `Dit veld is in het document niet te vinden: ${field.label}`);
  }

  /** @param {FixedText} text */
  async goToText(text) {
    const found = await word.jumpTo([text.key], text.bookmark, false);
    say(found ? `De cursor staat bij: ${text.title}` : `Deze tekst is in het document niet te vinden: ${text.title}`);
  }

  /** @param {Written[]} answers */
  async write(answers) {
    const left = await word.write(answers);
    const done = answers.length - left.length;
    const [first] = answers;
    say(left.length > 0 ? `Word vond ${left.length} van ${answers.length} velden niet. Vul ze in het document zelf in.`
      : done === 1 ? `Ingevuld: ${first.value}` : `${done} antwoorden zijn ingevuld.`);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.inTurn(() => this.readAgain("")), AFTER_WRITING);
  }

  /** Reads the file of the year before that somebody chose.
   * @param {HTMLInputElement} input
   */
  async openLastYear(input) {
    const [file] = input.files ?? [];
    if (file === undefined || this.record === null) return;
    try {
      const answers = await readLastYear(await file.arrayBuffer(), this.fields, this.record.model, parseXml);
      this.list?.setLastYear(answers);
      say(`${file.name} staat ernaast: kijk bij de velden onder Vorig jaar.`);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.list?.setLastYear({});
      say(error.message);
    }
  }
}

/** The tags of a field's controls, that of its first empty cell first.
 * @param {Field} field @param {Answer} answer
 */
function tagsOf(field, answer) {
  if (field.type === "list") return field.columns.map((one) => `${field.key}.${one.key}`);
  if (field.type !== "rows") return [field.key];
  const [column] = field.columns;
  const cells = field.rows.map((row) => ({ tag: `${field.key}.${row.key}.${column.key}`, isEmpty: !answer.rows[row.key]?.[column.key] }));
  return [...cells.filter((one) => one.isEmpty), ...cells].map((one) => one.tag);
}

/** Whether the control that the cursor is brought to holds nothing.
 * @param {Field} field @param {Answer} answer
 */
function isUnfilled(field, answer) {
  return field.type === "rows" ? filledRows(field, answer) < field.rows.length : isEmpty(answer);
}

/** Whether a document has not one field of its model.
 * @param {SopRecord} record
 */
function isForeign(record) {
  return Object.values(record.answers).every((one) => one.origin === "");
}

/** @param {string} xml */
function parseXml(xml) {
  return new DOMParser().parseFromString(xml, "application/xml");
}

/** @param {string} words Empty leaves standing what was said last. */
function say(words) {
  if (words) byId("melding").textContent = words;
}

async function main() {
  if (!(await word.isInWord())) {
    byId("wie").textContent = "Word is niet bereikt";
    say("Open deze hulp in Word, vanuit het lint. Staat u al in Word: is er internet, en is Word bijgewerkt?");
    return;
  }
  const fields = /** @type {Fields} */ (await (await fetch("fields.json")).json());
  await new Pane(fields).start();
}

await main();
