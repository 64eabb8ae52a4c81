// Draws pages: takes [{"page", "out", "width", "height", "choose": {"#nood": "…"}}] as JSON on stdin.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const profile = mkdtempSync(join(tmpdir(), "sop-browser-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.SOP_CHROMIUM, headless: true, args: FLAGS,
});
try {
  for (const one of JSON.parse(readFileSync(0, "utf8"))) {
    const page = await context.newPage();
    await page.setViewportSize({ width: one.width, height: one.height });
    await page.goto(pathToFileURL(one.page).href);
    for (const [place, value] of Object.entries(one.choose ?? {})) await page.selectOption(place, value);
    await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), one.top ?? 0);
    await page.screenshot({ path: one.out });
    await page.close();
  }
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log("[]");
