/** The Word that the pane stands in: the one module that calls its API, each call behind its API set.
 *
 * `document.contentControls` gives rich text controls only (OfficeDev/office-js issues 2160 and 6144), so
 * the document is read as XML, and controls are asked for by type.
 */

/** @typedef {{xml: string, properties: Record<string, string>}} Opened */
/** An answer of one line, a choice or a tick ("ja" or "nee"), and the tag of its control.
 * @typedef {{tag: string, type: string, value: string}} Written
 */
/** @typedef {{jump: boolean, text: boolean, flag: boolean, choice: boolean}} Abilities */

const SET = "WordApi";
const BODY_XML = "1.1";
const PROPERTIES = "1.3";
const BOOKMARKS = "1.4";
const PLAIN_TEXT = "1.5";
const CHECK_BOX = "1.7";
const DROP_DOWN = "1.9";

/** Waits until Office is there; false where the page stands outside Word, or its Word is too old.
 * @returns {Promise<boolean>}
 */
export async function isInWord() {
  if (typeof Office === "undefined") return false;
  const { host } = await Office.onReady();
  return host === Office.HostType.Word && supports(BODY_XML);
}

/** What this Word lets a pane do.
 * @returns {Abilities}
 */
export function abilities() {
  return {
    jump: supports(BOOKMARKS),
    text: supports(PLAIN_TEXT),
    flag: supports(CHECK_BOX),
    choice: supports(DROP_DOWN),
  };
}

/** The document as XML, and what its custom properties say, as far as this Word tells them.
 * @param {string[]} names Of custom properties.
 * @returns {Promise<Opened>}
 */
export function readDocument(names) {
  return Word.run(async (context) => {
    const xml = context.document.body.getOoxml();
    const asked = supports(PROPERTIES) ? names : [];
    const found = asked.map((name) => context.document.properties.customProperties.getItemOrNullObject(name));
    for (const one of found) one.load("key,value");
    await context.sync();
    const present = found.filter((one) => !one.isNullObject);
    return { xml: xml.value, properties: Object.fromEntries(present.map((one) => [one.key, String(one.value)])) };
  });
}

/** Brings the cursor to a field: into its control where this Word gives it, else to its bookmark.
 * @param {string[]} tags The tags of its controls, the wanted one first. @param {string} bookmark
 * @param {boolean} isEmpty Then its prompt is selected, so that typing replaces it.
 * @returns {Promise<boolean>} Whether a place was found.
 */
export function jumpTo(tags, bookmark, isEmpty) {
  return Word.run(async (context) => {
    const byTag = await controlsByTag(context);
    const control = tags.map((tag) => byTag.get(tag)).find((one) => one !== undefined);
    if (control !== undefined && (await isSelected(context, control, isEmpty ? "Select" : "End"))) return true;
    const range = context.document.getBookmarkRangeOrNullObject(bookmark);
    await context.sync();
    if (range.isNullObject) return false;
    range.select("Start");
    await context.sync();
    return true;
  });
}

/** Selects a control; false where Word has no selecting for its type, as its documentation warns.
 * @param {Word.RequestContext} context @param {Word.ContentControl} control @param {"Select" | "End"} mode
 */
async function isSelected(context, control, mode) {
  try {
    control.select(mode);
    await context.sync();
    return true;
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return false;
    throw error;
  }
}

/** Writes short answers into their controls.
 * @param {Written[]} answers
 * @returns {Promise<string[]>} The tags of those that have no control, or a list without that option.
 */
export function write(answers) {
  return Word.run(async (context) => {
    const byTag = await controlsByTag(context);
    const lists = answers.filter((one) => one.type === "choice").flatMap((one) => byTag.get(one.tag) ?? []);
    const items = new Map(lists.map((one) => [one.tag, one.dropDownListContentControl.listItems]));
    for (const one of items.values()) one.load("items/displayText");
    if (items.size > 0) await context.sync();
    const left = answers.filter((one) => {
      const control = byTag.get(one.tag);
      return control === undefined || !writeOne(control, one, items.get(one.tag));
    });
    await context.sync();
    return left.map((one) => one.tag);
  });
}

/** @param {Word.ContentControl} control @param {Written} answer
 * @param {Word.ContentControlListItemCollection | undefined} items
 * @returns {boolean} Whether it could be written.
 */
function writeOne(control, { type, value }, items) {
  if (type === "choice") {
    const chosen = items?.items.find((one) => one.displayText === value);
    chosen?.select();
    return chosen !== undefined;
  }
  if (type === "flag") control.checkboxContentControl.isChecked = value === "ja";
  else control.insertText(value, "Replace");
  return true;
}

/** The controls that this Word gives by type, by their tag.
 *
 * Of several with one tag, the rows of a list, it is the last: there people go on.
 * @param {Word.RequestContext} context
 * @returns {Promise<Map<string, Word.ContentControl>>}
 */
async function controlsByTag(context) {
  if (!supports(PLAIN_TEXT)) return new Map();
  const found = context.document.getContentControls({ types: knownTypes() });
  found.load("items/tag");
  await context.sync();
  return new Map(found.items.map((one) => [one.tag, one]));
}

function knownTypes() {
  const type = Word.ContentControlType;
  const types = [type.richText, type.plainText];
  if (supports(CHECK_BOX)) types.push(type.checkBox);
  if (supports(DROP_DOWN)) types.push(type.dropDownList, type.comboBox);
  return types;
}

/** @param {string} version */
function supports(version) {
  return Office.context.requirements.isSetSupported(SET, version);
}
