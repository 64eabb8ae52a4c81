/** The list of fields, a part of the document a heading. It is made once for a model, then kept up to date.
 *
 * At first the parts are open in which something asks for attention; then they stay as people leave them.
 */

import { sectionsOf } from "../record/sop_story.js";
import { make } from "./dom.js";
import { FieldItem } from "./field_item.js";

/** @import { Answer, Model, SopRecord } from "../types" */
/** @import { Wishes } from "./field_item.js" */

export class FieldList {
  /** @param {HTMLElement} place @param {Model} model @param {Wishes} wishes */
  constructor(place, model, wishes) {
    this.model = model;
    this.isNew = true;
    this.onlyOpen = false;
    this.parts = sectionsOf(model).map(({ title, fields }) => {
      const items = fields.map((one) => new FieldItem(one, wishes));
      const count = make("span", { class: "telling" });
      const heading = make("summary", {}, make("h3", {}, title, " ", count));
      const node = make("details", { class: "deel" }, heading, make("ul", { class: "lijst" }, ...items.map((one) => one.node)));
      return { items, count, node };
    });
    place.replaceChildren(...this.parts.map((one) => one.node));
  }

  /** Shows how the fields stand now.
   * @param {SopRecord} record @param {boolean} onlyOpen
   * @returns {boolean} Whether any field is shown.
   */
  show(record, onlyOpen) {
    for (const { items, count, node } of this.parts) {
      for (const one of items) one.show(record, onlyOpen);
      const filled = items.filter((one) => one.node.dataset.stand === "filled").length;
      count.textContent = `${filled} van ${items.length}`;
      node.hidden = items.every((one) => one.node.hidden);
      if (this.isNew) node.open = items.some((one) => one.needsLook);
      else if (onlyOpen && !this.onlyOpen) node.open = true;
    }
    this.isNew = false;
    this.onlyOpen = onlyOpen;
    return this.parts.some((one) => !one.node.hidden);
  }

  /** Puts the answers of the year before beside the fields.
   * @param {Record<string, Answer>} answers
   */
  setLastYear(answers) {
    for (const one of this.parts.flatMap(({ items }) => items)) one.setLastYear(answers[one.field.key]);
  }

  /** Marks the field that the cursor was brought to.
   * @param {string} key
   */
  mark(key) {
    for (const { items, node } of this.parts) {
      for (const one of items) {
        const isHere = one.field.key === key;
        one.button.toggleAttribute("aria-current", isHere);
        if (isHere) {
          node.open = true;
          one.node.scrollIntoView({ block: "nearest" });
        }
      }
    }
  }
}
