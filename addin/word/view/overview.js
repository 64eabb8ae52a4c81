/** How far the document is as a whole, and how its fixed texts stand. */

import { counts, nextStep, percentDone } from "../record/progress.js";
import { byId, make } from "./dom.js";

/** @import { Fields, FixedState, FixedText, SopRecord } from "../types" */

/** @param {number} count @param {string} one @param {string} many */
function counted(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

/** Shows per cent, next step, length, school.
 * @param {SopRecord} record @param {Fields["pages"]} measures
 */
export function showOverview(record, measures) {
  const per = percentDone(record);
  /** @type {HTMLProgressElement} */ (byId("balk")).value = per;
  byId("procent").textContent = `${per}% van wat verplicht is`;
  byId("stap").textContent = stepWords(record);
  byId("lengte").textContent = lengthWords(record, measures);
  byId("wie").textContent = who(record);
  byId("contact").textContent = record.model.contact;
}

/** @param {SopRecord} record */
function who({ model, answers }) {
  const named = [model.keys.school, model.keys.year].map((key) => answers[key]?.text ?? "").filter(Boolean);
  return named.join(" · ") || model.name;
}

/** @param {SopRecord} record */
function stepWords(record) {
  const { readyFor } = nextStep(record);
  const { missing, advised, remarked } = counts(record);
  const first = missing > 0
    ? `Nog ${counted(missing, "veld", "velden")} nodig${readyFor ? ` voor ${readyFor}` : ""}.`
    : wholeWords(record, readyFor);
  const rest = [
    advised > 0 ? `${counted(advised, "aanbevolen veld is", "aanbevolen velden zijn")} leeg` : "",
    remarked > 0 ? `bij ${counted(remarked, "veld staat", "velden staat")} een opmerking` : "",
  ].filter(Boolean);
  const more = rest.join(", ");
  return more ? `${first} ${more[0].toUpperCase()}${more.slice(1)}.` : first;
}

/** What is said where no answer is missing: a changed fixed text still stands in the way.
 * @param {SopRecord} record @param {string} readyFor
 */
function wholeWords({ fixed }, readyFor) {
  const isTouched = Object.values(fixed).some(({ state }) => state === "changed" || state === "missing");
  if (isTouched) return "Alle nodige antwoorden zijn er, maar niet elke vaste tekst is ongewijzigd.";
  return readyFor ? `Klaar voor ${readyFor}.` : "Niets ontbreekt.";
}

/** An estimate is called too much only where it is more off than estimates are.
 * @param {SopRecord} record @param {Fields["pages"]} measures
 */
function lengthWords({ words, pages, model }, { off }) {
  const most = model.maxPages;
  const asked = most === null ? "" : `; het model vraagt er hoogstens ${most}`;
  const tooLong = most !== null && pages > most + off ? " Dit document lijkt te lang." : "";
  return `${words.toLocaleString("nl-NL")} woorden, geschat ${counted(pages, "bladzijde", "bladzijden")}${asked}.${tooLong}`;
}

const FIXED_SIGNS = { intact: "✓", typographic: "✓", changed: "!", missing: "!" };

/** Shows the fixed texts, each with a button that goes there.
 * @param {SopRecord} record @param {boolean} canJump @param {(text: FixedText) => void} onJump
 */
export function showFixedTexts({ model, fixed }, canJump, onJump) {
  const items = model.fixedTexts.map((one) => {
    const state = fixed[one.key];
    const sign = make("span", { class: "teken", "aria-hidden": "true" }, FIXED_SIGNS[state.state]);
    const words = make("span", { class: "staat" }, fixedWords(state));
    const button = make("button", { type: "button", class: "veld", disabled: !canJump }, sign, make("span", { class: "naam" }, one.title), " ", words);
    button.addEventListener("click", () => onJump(one));
    const level = FIXED_SIGNS[state.state] === "✓" ? "filled" : "remarked";
    const item = make("li", { "data-vast": one.key, "data-stand": state.state, "data-niveau": level }, button);
    if (state.state === "changed") item.append(make("p", { class: "opmerkingen" }, changeWords(state)));
    return item;
  });
  byId("vast").replaceChildren(...items);
  const wrong = items.filter((one) => one.dataset.niveau === "remarked").length;
  byId("vast-stand").textContent = wrong === 0 ? "alle ongewijzigd" : `${wrong} van ${items.length} vraagt aandacht`;
  if (wrong > 0) /** @type {HTMLDetailsElement} */ (byId("vaste-teksten")).open = true;
}

/** @param {FixedState} state */
function fixedWords({ state }) {
  const words = {
    intact: "ongewijzigd",
    typographic: "ongewijzigd, alleen tekens of spaties zijn anders",
    changed: "gewijzigd",
    missing: "niet gevonden in dit document",
  };
  return words[state];
}

/** @param {FixedState} state */
function changeWords({ after, expected, found }) {
  const where = after ? `Na “${after}” ` : "Aan het begin ";
  if (!expected) return `${where}is toegevoegd: “${found}”.`;
  if (!found) return `${where}ontbreekt: “${expected}”.`;
  return `${where}staat “${found}” in plaats van “${expected}”.`;
}
