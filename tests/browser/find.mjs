// Chooses a need on the page in which parents look for schools, and tells what is shown.
// Takes {"page": …, "need": …} as JSON on stdin.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const asked = JSON.parse(readFileSync(0, "utf8"));
const profile = mkdtempSync(join(tmpdir(), "sop-browser-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.SOP_CHROMIUM, headless: true, args: FLAGS,
});
try {
  const page = await context.newPage();
  await page.goto(pathToFileURL(asked.page).href);
  await page.selectOption("#nood", asked.need);
  const shown = await page.$$eval("#scholen > li:not([hidden])", (list) => list.map((one) => one.innerText));
  const all = await page.$$eval("#scholen > li", (list) => list.length);
  console.log(JSON.stringify({ shown, all, count: await page.textContent("#aantal") }));
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
