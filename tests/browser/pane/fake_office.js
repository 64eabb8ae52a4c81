// A Word below the pane, in place of office.js: it holds a document and answers as the real host is known to.
//
// Known limits of the host that it carries:
// - document.contentControls gives rich text controls only (OfficeDev/office-js 2160, 6144); so does
//   getContentControls without types. Others are given by type, from the API set that knows them
//   (plain text 1.5, check box 1.7, lists 1.9); dates and repeating sections by no WordApi set.
// - nothing can be read before load and sync; a result has no value before sync.
// - a control with contentLocked or sdtContentLocked refuses text, a drop-down list refuses insertText.
// - a method of the generic control may be refused for a type (`noSelect`), as the documentation warns.
// - what an API set does not have is not there.
// What it cannot tell: how Word itself writes the XML of getOoxml, and where Word puts the cursor.
"use strict";
(() => {
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
  const given = window.sopFake;
  const xml = new DOMParser().parseFromString(given.xml, "application/xml");
  const body = xml.getElementsByTagNameNS(W, "body")[0];
  const log = [];
  window.sopWord = { log };

  const has = (version) => {
    const [major, minor] = version.split(".").map(Number);
    const [ours, ourMinor] = given.version.split(".").map(Number);
    return ours > major || (ours === major && ourMinor >= minor);
  };
  class OfficeError extends Error {}
  const fail = (code) => { throw Object.assign(new OfficeError(code), { code }); };
  const need = (version) => has(version) || fail("ApiNotFound");
  const child = (node, name, namespace = W) => Array.from(node?.children ?? []).find((one) => one.localName === name && one.namespaceURI === namespace);
  const attribute = (node, name = "val", namespace = W) => node?.getAttributeNS(namespace, name) ?? "";

  // An object whose values are known after load and sync only.
  function loadable(context, getters, more = {}, loaded = []) {
    const known = Object.fromEntries(loaded.map((name) => [name, true]));
    const made = Object.create(null, Object.getOwnPropertyDescriptors(more));
    Object.assign(made, {
      load: (names) => { context.queue.push(() => { for (const name of names.split(",")) known[name.split("/")[0].trim()] = true; }); return made; },
    });
    for (const [name, get] of Object.entries(getters)) {
      Object.defineProperty(made, name, { get: () => (known[name] ? get() : fail("PropertyNotLoaded")) });
    }
    return made;
  }

  const KINDS = { text: "PlainText", dropDownList: "DropDownList", comboBox: "ComboBox", date: "DatePicker", checkbox: "CheckBox", repeatingSection: "RepeatingSection", repeatingSectionItem: "RepeatingSection" };
  const SINCE = { RichText: "1.1", PlainText: "1.5", CheckBox: "1.7", DropDownList: "1.9", ComboBox: "1.9" };
  const kindOf = (sdt) => {
    const found = Array.from(child(sdt, "sdtPr").children).find((one) => one.localName in KINDS);
    return found ? KINDS[found.localName] : "RichText";
  };
  const controls = () => Array.from(body.getElementsByTagNameNS(W, "sdt"));

  function setText(sdt, text) {
    const content = child(sdt, "sdtContent");
    const run = xml.createElementNS(W, "w:r");
    const words = xml.createElementNS(W, "w:t");
    words.textContent = text;
    run.append(words);
    content.replaceChildren(run);
    child(child(sdt, "sdtPr"), "showingPlcHdr")?.remove();
  }

  function fakeControl(context, sdt, loaded) {
    const properties = child(sdt, "sdtPr");
    const tag = attribute(child(properties, "tag"));
    const kind = kindOf(sdt);
    const isLocked = attribute(child(properties, "lock")).toLowerCase().includes("contentlocked");
    const write = (what) => context.queue.push(() => { if (isLocked) fail("GeneralException"); what(); log.push({ wrote: tag }); });
    return loadable(context, { tag: () => tag, title: () => attribute(child(properties, "alias")) }, {
      select: (mode) => context.queue.push(() => { if (given.noSelect === kind) fail("InvalidArgument"); log.push({ selected: tag, mode }); }),
      insertText: (text, where) => write(() => { if (kind !== "PlainText" || where !== "Replace") fail("InvalidArgument"); setText(sdt, text); }),
      get checkboxContentControl() {
        need("1.7");
        return { set isChecked(on) { write(() => child(child(properties, "checkbox", W14), "checked", W14).setAttributeNS(W14, "w14:val", on ? "1" : "0")); } };
      },
      get dropDownListContentControl() {
        need("1.9");
        const items = Array.from(child(properties, "dropDownList")?.children ?? []);
        return { listItems: loadable(context, {
          items: () => items.map((item) => ({ displayText: attribute(item, "displayText"), select: () => write(() => setText(sdt, attribute(item, "displayText"))) })),
        }) };
      },
    }, loaded);
  }

  function collection(context, types) {
    const loaded = [];
    const made = loadable(context, {
      items: () => controls().filter((one) => types.includes(kindOf(one))).map((one) => fakeControl(context, one, loaded)),
    });
    const { load } = made;
    made.load = (names) => { loaded.push(...names.split(",").map((name) => name.replace("items/", "").trim())); return load(names); };
    return made;
  }

  function fakeDocument(context) {
    return {
      body: {
        getOoxml: () => {
          const result = { get value() { return fail("ValueNotLoaded"); } };
          context.queue.push(() => Object.defineProperty(result, "value", { value: new XMLSerializer().serializeToString(xml) }));
          return result;
        },
      },
      properties: { customProperties: { getItemOrNullObject: (key) => {
        need("1.3");
        const isNullObject = !(key in given.properties);
        return loadable(context, { key: () => key, value: () => given.properties[key] }, { isNullObject });
      } } },
      get contentControls() { return collection(context, ["RichText"]); },
      getContentControls: (options) => {
        need("1.5");
        return collection(context, (options?.types ?? ["RichText"]).filter((one) => one in SINCE && has(SINCE[one])));
      },
      getBookmarkRangeOrNullObject: (name) => {
        need("1.4");
        const starts = Array.from(body.getElementsByTagNameNS(W, "bookmarkStart"));
        const isNullObject = !starts.some((one) => attribute(one, "name").toLowerCase() === name.toLowerCase());
        return { isNullObject, select: (mode) => context.queue.push(() => { if (isNullObject) fail("InvalidObjectPath"); log.push({ bookmark: name, mode }); }) };
      },
    };
  }

  window.OfficeExtension = { Error: OfficeError };
  window.Office = {
    HostType: { Word: "Word" },
    onReady: async () => ({ host: given.host ?? "Word", platform: "PC" }),
    context: { requirements: { isSetSupported: (name, version) => name === "WordApi" && has(version) } },
  };
  window.Word = {
    ContentControlType: { richText: "RichText", plainText: "PlainText", checkBox: "CheckBox", dropDownList: "DropDownList", comboBox: "ComboBox" },
    run: async (work) => {
      const context = { queue: [], sync: async () => { await new Promise((done) => setTimeout(done)); for (const one of context.queue.splice(0)) one(); } };
      context.document = fakeDocument(context);
      const result = await work(context);
      await context.sync();
      return result;
    },
  };
})();
