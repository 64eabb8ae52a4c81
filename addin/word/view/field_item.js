/** A field in the list: its state, a button that goes there, its length, and where it can be filled in. */

import { isOpen } from "../record/progress.js";
import { stateOf } from "../record/states.js";
import { make } from "./dom.js";
import { editorFor } from "./editors.js";
import { LastYear } from "./last_year.js";

/** @import { Answer, Field, FieldState, SopRecord } from "../types" */
/** @import { Abilities } from "../host/word.js" */
/** @import { OnWrite } from "./editors.js" */

/** What a person can ask of the list.
 * @typedef {{onJump: (field: Field) => void, onWrite: OnWrite, onSay: (words: string) => void,
 *   able: Abilities}} Wishes
 */

const SIGNS = { filled: "✓", partial: "◐", empty: "○", absent: "?" };
const REMARKED = "!";

export class FieldItem {
  /** @param {Field} field @param {Wishes} wishes */
  constructor(field, wishes) {
    this.field = field;
    this.needsLook = false;
    this.sign = make("span", { class: "teken", "aria-hidden": "true" });
    this.words = make("span", { class: "staat" });
    const name = make("span", { class: "naam" }, field.label);
    this.button = make("button", { type: "button", class: "veld" }, this.sign, name, " ", this.words);
    this.button.disabled = !wishes.able.jump;
    this.button.addEventListener("click", () => wishes.onJump(field));
    this.length = make("p", { class: "lengte", hidden: true });
    this.remarks = make("ul", { class: "opmerkingen", hidden: true });
    this.node = make("li", { "data-veld": field.key }, this.button, this.length, this.remarks);
    this.editor = editorFor(field, wishes.able, wishes.onWrite);
    if (this.editor !== null) {
      const summary = make("summary", {}, "Hier invullen", make("span", { class: "onzichtbaar" }, `: ${field.label}`));
      this.node.append(make("details", {}, summary, this.editor.node));
    }
    this.lastYear = new LastYear(field, wishes);
    this.node.append(this.lastYear.node);
  }

  /** Shows how the field stands now.
   * @param {SopRecord} record @param {boolean} onlyOpen Whether what needs no attention is hidden.
   */
  show(record, onlyOpen) {
    const answer = record.answers[this.field.key];
    const state = stateOf(this.field, answer);
    this.needsLook = isOpen(this.field, record) || state.remarks.length > 0;
    const { needsLook } = this;
    const level = state.remarks.length > 0 ? "remarked" : state.state === "filled" ? "filled" : this.field.need;
    this.node.dataset.stand = state.state;
    this.node.dataset.niveau = needsLook || state.state === "filled" ? level : "rustig";
    this.node.hidden = onlyOpen && !needsLook && !this.node.contains(document.activeElement);
    this.sign.textContent = state.remarks.length > 0 ? REMARKED : SIGNS[state.state];
    this.words.textContent = state.words;
    this.showLength(state);
    this.remarks.replaceChildren(...state.remarks.map((one) => make("li", {}, one)));
    this.remarks.hidden = state.remarks.length === 0;
    this.editor?.show(answer);
    this.lastYear.show(answer);
  }

  /** @param {FieldState} state */
  showLength({ meter, state }) {
    this.length.hidden = meter === null || state === "absent" || meter.unit !== "woorden";
    if (meter === null) return;
    const { count, low, high, unit } = meter;
    const bounds = [low ? `minstens ${low}` : "", high ? `hoogstens ${high}` : ""].filter(Boolean).join(", ");
    const bar = make("progress", { max: String(high || low), value: String(Math.min(count, high || low)), "aria-hidden": "true" });
    this.length.replaceChildren(bar, ` ${count} ${unit} (${bounds})`);
  }

  /** Puts the answer of the year before beside the field.
   * @param {Answer | undefined} earlier
   */
  setLastYear(earlier) {
    this.lastYear.set(earlier);
  }
}
