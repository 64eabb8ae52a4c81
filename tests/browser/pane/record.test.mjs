// Whole documents: every answer, fixed text, gap and per cent as the Python side has them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords } from "../../../addin/word/reading/words.js";
import { modelFor, nextEmpty, nextStep, percentDone } from "../../../addin/word/record/progress.js";
import { readRecord } from "../../../addin/word/record/record.js";
import { fieldsOf } from "../../../addin/word/record/sop_story.js";
import { stateOf } from "../../../addin/word/record/states.js";
import { parse, vectors } from "./vectors.mjs";

const { fields } = vectors;

function cellsOf(record) {
  const cells = {};
  for (const field of fieldsOf(record.model)) {
    const answer = record.answers[field.key];
    if (field.type === "list") {
      answer.list.forEach((row, at) => field.columns.forEach(({ key }) => (cells[`${field.key}.${key}#${at + 1}`] = row[key] ?? null)));
    } else if (field.type === "rows") {
      for (const row of field.rows) for (const { key } of field.columns) cells[`${field.key}.${row.key}.${key}`] = answer.rows[row.key]?.[key] ?? null;
    } else {
      cells[field.key] = answer.text;
    }
  }
  return cells;
}

const read = (one) => readRecord(parse(one.xml), fields.models[one.model], fields);

for (const one of vectors.records) {
  test(`document: ${one.name}`, () => {
    const record = read(one);
    assert.deepEqual(cellsOf(record), one.cells);
    assert.deepEqual(Object.fromEntries(Object.entries(record.fixed).map(([key, { state }]) => [key, state])), one.fixed);
    assert.deepEqual(nextStep(record).missing.map(({ key }) => key).sort(), one.missing);
    assert.equal(percentDone(record), one.percent);
    assert.equal(record.pages, one.pages);
    for (const [key, count] of Object.entries(one.words)) assert.equal(countWords(record.answers[key].text ?? ""), count, key);
  });
}

const blank = () => read(vectors.records.find((one) => one.name === "blank"));

test("the next empty field follows the document, and begins again at the end", () => {
  const record = blank();
  const needed = nextStep(record).missing.map(({ key }) => key);
  const walked = [];
  let last = "";
  for (const _ of needed) walked.push((last = nextEmpty(record, last).key));
  assert.deepEqual(walked, needed);
  assert.equal(nextEmpty(record, last).key, needed[0]);
});

test("a blank document has nothing filled and no place missing", () => {
  const record = blank();
  const states = fieldsOf(record.model).filter(({ type }) => type !== "flag").map((one) => stateOf(one, record.answers[one.key]).state);
  assert.deepEqual([...new Set(states)], ["empty"]);
});

test("a field whose control and bookmark are gone is said to be not found", () => {
  assert.equal(stateOf(fieldsOf(blank().model)[0]).state, "absent");
});

test("the model is the one that the document names", () => {
  const named = (id) => modelFor(fields, { [fields.properties.model]: id });
  assert.equal(modelFor(fields, {}).id, fields.default);
  assert.equal(named(fields.default).id, fields.default);
  assert.equal(named("onbekend"), null);
});

function field(type, limits = {}, more = {}) {
  return { key: "x", label: "X", type, need: "optional", prompt: "", options: [], limits, columns: [], rows: [], bookmark: "", ...more };
}

const said = (one, text) => stateOf(one, { origin: "control", text, list: [], rows: {} }).remarks;

test("what is wrong with an answer is said", () => {
  assert.deepEqual(said(field("rich", { maxWords: 3 }), "een twee drie vier"), ["te lang: 4 van 3 woorden"]);
  assert.deepEqual(said(field("rich", { minWords: 3 }), "een"), ["kort: 1 woorden, minstens 3"]);
  assert.deepEqual(said(field("text", { maxCharacters: 3 }), "vier"), ["te lang: 4 van 3 tekens"]);
  assert.deepEqual(said(field("text", { pattern: "\\d{4}" }), "12"), ["“12” heeft niet de gevraagde vorm"]);
  assert.deepEqual(said(field("choice", {}, { options: ["ja"] }), "soms"), ["“soms” staat niet in de keuzelijst"]);
  assert.deepEqual(said(field("choice", {}, { options: ["ja"], open: true }), "soms"), []);
  assert.deepEqual(said(field("number", { minimum: 1, maximum: 3000 }), "1.234"), []);
  assert.deepEqual(said(field("number", { minimum: 1, maximum: 300 }), "1.234"), ["1234 ligt niet tussen 1 en 300"]);
  assert.deepEqual(said(field("number"), "ca. 300"), ["“ca. 300” is geen heel getal"]);
});
