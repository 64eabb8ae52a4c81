/** The answer of the year before beside a field: to read, to copy, and where that is whole, to take over. */

import { isEmpty, noAnswer } from "../record/answers.js";
import { linesOf } from "../record/last_year.js";
import { make } from "./dom.js";
import { toTakeOver } from "./editors.js";

/** @import { Answer, Field } from "../types" */
/** @import { Wishes } from "./field_item.js" */

export class LastYear {
  /** @param {Field} field @param {Wishes} wishes */
  constructor(field, wishes) {
    this.field = field;
    this.wishes = wishes;
    /** @type {Answer} */
    this.earlier = noAnswer();
    /** @type {Answer} */
    this.now = noAnswer();
    this.lines = make("div", { class: "vorig" });
    this.take = button("Zet in het lege veld", field, () => wishes.onWrite(this.left()));
    const copy = button("Kopieer", field, () => this.copy());
    const name = make("span", { class: "onzichtbaar" }, `: ${field.label}`);
    this.node = make(
      "details", { hidden: true }, make("summary", {}, "Vorig jaar", name),
      this.lines, make("p", { class: "knoppen klein" }, copy, " ", this.take),
    );
  }

  /** @param {Answer | undefined} earlier */
  set(earlier = noAnswer()) {
    this.earlier = earlier;
    this.node.hidden = isEmpty(earlier);
    this.lines.replaceChildren(...linesOf(this.field, earlier).map((one) => make("p", {}, one)));
    this.show(this.now);
  }

  /** @param {Answer} now What this document says. */
  show(now) {
    this.now = now;
    this.take.hidden = this.left().length === 0;
  }

  /** What can still be taken over. */
  left() {
    return toTakeOver(this.field, this.earlier, this.now, this.wishes.able);
  }

  async copy() {
    const { onSay } = this.wishes;
    try {
      await navigator.clipboard.writeText(linesOf(this.field, this.earlier).join("\n"));
      onSay("Gekopieerd, zonder opmaak. Plak het in het document met Ctrl+V.");
    } catch (error) {
      console.warn(error);
      onSay("Word staat kopiëren met deze knop niet toe. Selecteer de tekst en druk op Ctrl+C.");
    }
  }
}

/** @param {string} words @param {Field} field @param {() => void} onClick */
function button(words, field, onClick) {
  const made = make("button", { type: "button" }, words, make("span", { class: "onzichtbaar" }, `: ${field.label}`));
  made.addEventListener("click", onClick);
  return made;
}
