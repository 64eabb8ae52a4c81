// The pane reads a finished document by the rules of the Python reader: the same cases, the same answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { folder, keyMaker } from "../../../addin/word/reading/fold.js";
import { openPackage } from "../../../addin/word/reading/package.js";
import { Story, setApart } from "../../../addin/word/reading/story.js";
import { countWords } from "../../../addin/word/reading/words.js";
import { compare } from "../../../addin/word/record/fixed_texts.js";
import { SopStory } from "../../../addin/word/record/sop_story.js";
import { parse, vectors } from "./vectors.mjs";

const { reading } = vectors.fields;
const model = vectors.fields.models[vectors.fields.default];

function controlsOf(xml) {
  const { body, prompts } = openPackage(parse(xml));
  const story = new SopStory(body, model, reading, prompts);
  story.apart = setApart(story.controls); // as `sop controls`: each control belongs to itself
  const found = {};
  for (const one of story.controls) {
    const text = story.story.text(one, story.apart);
    const isPrompt = one.isShowingPrompt || (text !== "" && (text === prompts.get(one.promptPart) || story.isPrompt(text)));
    (found[one.tag] ??= []).push(isPrompt ? null : one.checked ?? (one.date || text));
  }
  return found;
}

for (const { name, xml, answers, absent } of vectors.cases) {
  test(`case: ${name}`, () => {
    const found = controlsOf(xml);
    for (const [tag, answer] of Object.entries(answers)) assert.deepEqual(found[tag], [answer]);
    for (const tag of absent) assert.equal(found[tag], undefined);
  });
}

test("texts are folded, keyed and counted as in Python", () => {
  for (const { text, fold, key, words } of vectors.texts) {
    assert.equal(folder(reading)(text), fold);
    assert.equal(keyMaker(reading)(text), key);
    assert.equal(countWords(text), words);
  }
});

test("fixed texts are judged as in Python", () => {
  for (const { expected, found, state } of vectors.fixed) {
    assert.equal(compare(expected, found, reading).state, state, found);
  }
});

test("a changed fixed text says where it first differs", () => {
  const said = compare("Een twee drie vier vijf zes zeven.", "Een twee drie vier 5 zes zeven.", reading);
  assert.deepEqual(said, { state: "changed", after: "Een twee drie vier", expected: "vijf", found: "5" });
});

test("a package without a document is refused", () => {
  assert.throws(() => openPackage(parse('<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>')));
});

test("a text box is passed by inside a stretch, and read by itself", () => {
  const { xml } = vectors.cases.find((one) => one.name === "text box in a control, body");
  const { body } = openPackage(parse(xml));
  const story = new Story(body, reading);
  const [[start, end]] = story.spans.boxes;
  assert.equal(story.text({ start, end }).trim(), "kader");
});
