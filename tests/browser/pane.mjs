// Opens the task pane in Chromium over a Word that we made, takes steps in it, and tells what is shown after each.
// Takes [{"xml", "properties", "version", "width", "steps", "picture", "offline"}] as JSON on stdin.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const ORIGIN = "https://localhost:8765";
const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const PANE = fileURLToPath(new URL("../../addin/word/", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".png": "image/png" };
const fake = readFileSync(new URL("pane/fake_office.js", import.meta.url), "utf8");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const profile = mkdtempSync(join(tmpdir(), "sop-browser-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.SOP_CHROMIUM, headless: true, args: FLAGS, bypassCSP: false,
});

async function open(asked) {
  const page = await context.newPage();
  const fetched = [], errors = [];
  page.on("console", (one) => { if (one.type() === "error") errors.push(one.text()); });
  page.on("pageerror", (one) => errors.push(String(one)));
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url === OFFICE) return asked.offline ? route.abort() : route.fulfill({ contentType: "text/javascript", body: fake });
    if (!url.startsWith(`${ORIGIN}/`)) { fetched.push(url); return route.abort(); }
    const name = new URL(url).pathname.slice(1);
    return route.fulfill({ contentType: TYPES[extname(name)], body: readFileSync(join(PANE, name)) });
  });
  await page.addInitScript((one) => { window.sopFake = one; }, { xml: asked.xml, properties: asked.properties, version: asked.version, host: asked.host, noSelect: asked.noSelect });
  await page.setViewportSize({ width: asked.width ?? 320, height: 900 });
  await page.goto(`${ORIGIN}/pane.html`);
  await page.waitForFunction(() => !/gelezen…/.test(document.getElementById("wie").textContent));
  return { page, fetched, errors };
}

async function shown(page) {
  const violations = await page.evaluate(async (source) => {
    if (!window.axe) (0, eval)(source);
    const result = await window.axe.run({ resultTypes: ["violations"] });
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, axe).catch((error) => [String(error)]);
  const state = await page.evaluate(() => {
    const words = (one) => (one?.textContent ?? "").replace(/\s+/g, " ").trim();
    const texts = (one) => Array.from(one.querySelectorAll(".opmerkingen li, p.opmerkingen"), words);
    const items = Array.from(document.querySelectorAll("[data-veld]"));
    return {
      who: words(document.getElementById("wie")), said: words(document.getElementById("melding")),
      percent: words(document.getElementById("procent")), step: words(document.getElementById("stap")),
      length: words(document.getElementById("lengte")), isShown: !document.getElementById("inhoud").hidden,
      isDone: !document.getElementById("niets").hidden,
      fields: items.map((one) => ({
        key: one.dataset.veld, state: one.dataset.stand, words: words(one.querySelector(".staat")), remarks: texts(one),
        length: one.querySelector(".lengte").hidden ? "" : words(one.querySelector(".lengte")),
        before: Array.from(one.querySelectorAll(".vorig p"), words),
        isTaken: one.querySelector("details:last-of-type:not([hidden]) .knoppen button:last-of-type:not([hidden])") !== null,
        isShown: one.offsetParent !== null, isCurrent: one.querySelector("button").hasAttribute("aria-current"),
        values: Array.from(one.querySelectorAll("input, select"), (input) => (input.type === "checkbox" ? input.checked : input.value)),
      })),
      parts: Array.from(document.querySelectorAll(".deel h3"), words),
      fixed: Array.from(document.querySelectorAll("[data-vast]"), (one) => ({ key: one.dataset.vast, state: one.dataset.stand, remarks: texts(one) })),
      log: window.sopWord?.log ?? [], focus: document.activeElement.id || document.activeElement.closest("[data-veld]")?.dataset.veld || "",
      wide: document.documentElement.scrollWidth > window.innerWidth,
      times: performance.getEntriesByName("sop:lijst").map((one) => one.duration),
    };
  });
  return { ...state, violations };
}

async function take(page, step) {
  if (step.click) await page.click(step.click);
  if (step.focus) await page.focus(step.focus);
  if (step.press) for (const key of step.press) await page.keyboard.press(key);
  if (step.select) await page.selectOption(...step.select);
  if (step.type) { await page.fill(...step.type); await page.keyboard.press("Enter"); }
  if (step.file) await page.setInputFiles(...step.file);
  if (step.picture) await page.screenshot({ path: step.picture, fullPage: Boolean(step.whole) });
  await page.waitForTimeout(step.wait ?? 200);
}

const results = [];
try {
  for (const asked of JSON.parse(readFileSync(0, "utf8"))) {
    const { page, fetched, errors } = await open(asked);
    const found = [await shown(page)];
    for (const step of asked.steps ?? []) {
      await take(page, step);
      found.push(await shown(page));
    }
    results.push({ found, fetched, errors });
    await page.close();
  }
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(JSON.stringify(results));
