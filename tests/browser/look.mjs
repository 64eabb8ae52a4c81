// Opens pages in Chromium and tells what a visitor would meet: axe-core's violations, anything fetched,
// errors, text that runs off the screen. Takes {"pages": […], "widths": […]} as JSON on stdin.
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

async function look(file, width) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  const fetched = [], errors = [];
  page.on("request", (one) => { if (!/^(file|data):/.test(one.url())) fetched.push(one.url()); });
  page.on("console", (one) => { if (one.type() === "error") errors.push(one.text()); });
  page.on("pageerror", (one) => errors.push(String(one)));
  page.on("dialog", (one) => { errors.push(`dialog: ${one.message()}`); one.dismiss(); });
  await page.goto(pathToFileURL(file).href);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
  await page.close();
  const violations = result.violations.map((one) => ({
    id: one.id, impact: one.impact, help: one.help, targets: one.nodes.map((node) => node.target.join(" ")),
  }));
  return { file, width, violations, fetched, errors, wide };
}

const found = [];
try {
  for (const file of asked.pages) {
    for (const width of asked.widths) found.push(await look(file, width));
  }
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(JSON.stringify(found));
