/** A Word file of the year before, chosen by a person: read in the pane, and only read. */

import { readGlossary } from "../reading/package.js";
import { child, elements } from "../reading/xml.js";
import { ZipError, listParts, readPart } from "../reading/zip.js";
import { readAnswer } from "./answers.js";
import { SopStory, fieldsOf } from "./sop_story.js";

/** @import { Answer, Field, Fields, Model } from "../types" */

/** @typedef {(xml: string) => Document} Parse */

const MEGABYTE = 1024 * 1024;
const MOST = 64 * MEGABYTE; // of a file; one full of photos stays under it
const MOST_XML = 12 * MEGABYTE; // of a part; that of a SOP of ten pages is 0.2
const BODY = "word/document.xml";
const GLOSSARY = "word/glossary/document.xml";
const PROPERTIES = "docProps/custom.xml";
const PROPERTY = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";

/** What is wrong with a chosen file, in Dutch. */
export class FileError extends Error {}

/** The answers of a file.
 * @param {ArrayBuffer} buffer @param {Fields} fields @param {Model} model @param {Parse} parse
 * @returns {Promise<Record<string, Answer>>}
 * @throws {FileError} It is no Word file, damaged, or no SOP of this model.
 */
export async function readLastYear(buffer, fields, model, parse) {
  const documents = await openFile(buffer, parse);
  const named = propertyOf(documents.get(PROPERTIES), fields.properties.model);
  if (named && named !== model.id) throw new FileError(`Dit is een document van een ander model: ${named}.`);
  const body = child(documents.get(BODY)?.documentElement ?? null, "body");
  if (body === null) throw new FileError("Dit bestand is geen Word-document.");
  const glossary = documents.get(GLOSSARY)?.documentElement;
  const story = new SopStory(body, model, fields.reading, glossary ? readGlossary(glossary) : new Map());
  const answers = Object.fromEntries(fieldsOf(model).map((one) => [one.key, readAnswer(story, one)]));
  if (Object.values(answers).every((one) => one.origin === "")) {
    throw new FileError("In dit document staan geen velden van dit model. Het schoolbestuur kan het overzetten met: sop adopt.");
  }
  return answers;
}

/** @param {ArrayBuffer} buffer @param {Parse} parse @returns {Promise<Map<string, Document>>} */
async function openFile(buffer, parse) {
  if (buffer.byteLength > MOST) throw new FileError("Dit bestand is groter dan 64 MB.");
  try {
    const parts = listParts(buffer);
    if (!parts.has(BODY)) throw new FileError("Dit bestand is geen Word-document.");
    const documents = new Map();
    for (const name of [BODY, GLOSSARY, PROPERTIES].filter((one) => parts.has(one))) {
      const xml = new TextDecoder().decode(await readPart(buffer, parts.get(name), MOST_XML));
      if (xml.includes("<!DOCTYPE")) throw new FileError("Dit bestand is niet veilig te lezen.");
      documents.set(name, parse(xml));
    }
    return documents;
  } catch (error) {
    if (error instanceof FileError) throw error;
    if (error instanceof ZipError || error instanceof TypeError || error instanceof RangeError) {
      throw new FileError("Dit bestand is geen Word-document (.docx), beschadigd, of beveiligd met een wachtwoord.", { cause: error });
    }
    throw error;
  }
}

/** @param {Document | undefined} properties @param {string} name */
function propertyOf(properties, name) {
  if (properties === undefined) return "";
  const all = elements(properties, ["property"], PROPERTY);
  return all.find((one) => one.getAttribute("name") === name)?.textContent?.trim() ?? "";
}

/** An answer in lines, as a person reads it.
 * @param {Field} field @param {Answer} answer
 * @returns {string[]}
 */
export function linesOf(field, answer) {
  if (field.type === "list") return answer.list.map((row) => joined(field.columns.map((one) => row[one.key])));
  if (field.type !== "rows") return (answer.text ?? "").split("\n").filter(Boolean);
  return field.rows.flatMap((row) => {
    const cells = joined(field.columns.map((one) => answer.rows[row.key]?.[one.key]));
    return cells ? [`${row.label}: ${cells}`] : [];
  });
}

/** @param {(string | null | undefined)[]} cells */
function joined(cells) {
  return cells.filter(Boolean).join(" · ");
}
