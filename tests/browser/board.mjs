// Drives the board's page as a visitor with a keyboard does, and tells what is shown after each choice.
// Takes {"page": …, "steps": [{"press": […]} or {"select": [field, value]} or {"type": [field, text]}]} as
// JSON on stdin; after each step axe-core looks too.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const asked = JSON.parse(readFileSync(0, "utf8"));
const profile = mkdtempSync(join(tmpdir(), "sop-browser-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.SOP_CHROMIUM, headless: true, args: FLAGS,
});

async function shown(page) {
  const state = await page.evaluate(() => {
    const visible = (one) => !one.hidden && one.closest("section, main").hidden !== true;
    const words = (one) => one.textContent.replace(/\s+/g, " ").trim();
    const cards = Array.from(document.querySelectorAll("#kaarten > li")).filter(visible);
    const rows = Array.from(document.querySelectorAll("tr.rij")).filter(visible);
    return {
      status: words(document.getElementById("stand")),
      schools: cards.map((one) => words(one.querySelector("h3"))),
      chosen: cards.map((one) => words(one.querySelector(".keus"))),
      items: Object.fromEntries(rows.map((row) => [row.dataset.item, Object.fromEntries(
        Array.from(row.querySelectorAll("[data-telt]"), (one) => [one.dataset.telt, Number(words(one.querySelector(".getal")))]))])),
      white: rows.filter((row) => !row.querySelector(".wit").hidden).map((row) => row.dataset.item),
      widths: Object.fromEntries(rows.map((row) => [row.dataset.item,
        Array.from(row.querySelectorAll("rect"), (one) => Number(one.getAttribute("width"))).reduce((a, b) => a + b, 0)])),
      lists: Object.fromEntries(Array.from(document.querySelectorAll("section.lijst"), (one) => [one.id,
        one.hidden ? 0 : Array.from(one.querySelectorAll("tbody tr")).filter((row) => !row.hidden).length])),
      sections: Array.from(document.querySelectorAll("main section")).filter((one) => !one.hidden).map((one) => one.id),
      focus: document.activeElement.id || document.activeElement.dataset.kies || document.activeElement.tagName,
    };
  });
  const result = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
  const violations = result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  return { ...state, violations };
}

async function take(page, step) {
  if (step.press) for (const key of step.press) await page.keyboard.press(key);
  if (step.focus) await page.focus(step.focus);
  if (step.select) await page.selectOption(...step.select);
  if (step.type) { await page.focus(step.type[0]); await page.keyboard.type(step.type[1]); }
  await page.waitForTimeout(50);
}

try {
  const page = await context.newPage();
  await page.setViewportSize({ width: asked.width || 1280, height: 900 });
  await page.goto(pathToFileURL(asked.page).href);
  await page.evaluate(axe);
  const found = [await shown(page)];
  for (const step of asked.steps) {
    await take(page, step);
    found.push(await shown(page));
  }
  const printed = asked.print ? (await page.pdf({ format: "A4" })).length : 0;
  console.log(JSON.stringify({ found, printed }));
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
