/** What a control's properties (`w:sdtPr`) say: tag, kind, lock, state. */

import { W, W14, W15, child, children, isOn, value } from "./xml.js";

/** @import { Properties } from "../types" */

export const RICH_TEXT = "richText";
const KINDS = new Map([
  [W, ["text", "dropDownList", "comboBox", "date", "picture", "group", "equation", "citation", "bibliography"]],
  [W14, ["checkbox"]],
  [W15, ["repeatingSection", "repeatingSectionItem"]],
]);

/** The properties of a `w:sdt`; without `w:sdtPr` those of a plain rich text control.
 * @param {Element} control
 * @returns {Properties}
 */
export function readProperties(control) {
  const properties = child(control, "sdtPr");
  const lock = value(child(properties, "lock"));
  return {
    tag: value(child(properties, "tag")),
    kind: properties === null ? RICH_TEXT : kindOf(properties),
    lock: lock === "unlocked" ? "" : lock,
    isShowingPrompt: isOn(child(properties, "showingPlcHdr")),
    promptPart: value(child(child(properties, "placeholder"), "docPart")),
    date: value(child(properties, "date"), "fullDate").slice(0, "2026-06-11".length),
    checked: isChecked(child(properties, "checkbox", W14)),
  };
}

/** @param {Element} properties */
function kindOf(properties) {
  const found = children(properties).find((one) => KINDS.get(one.namespaceURI ?? "")?.includes(one.localName));
  return found?.localName ?? RICH_TEXT;
}

/** @param {Element | null} box */
function isChecked(box) {
  if (box === null) return null;
  const state = child(box, "checked", W14);
  return state !== null && isOn(state, W14);
}
