import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { choosePhoto, clipNamed, GROUP, PageBench } from "../test/support/browser.ts";
import { PORTRAIT } from "../test/support/photos.ts";

/**
 * Writes pictures of the page's main states to a folder, to be looked at: `npm run screenshots`; with `-- --language ja` those
 * that show most of a language; with `-- --readme` the two that the README shows, to docs.
 */

const FOLDER = join(import.meta.dirname, "../screenshots");
const DOCS = join(import.meta.dirname, "../docs");
const SECRET = "for-the-screenshots";

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  "phone-light": { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  "desktop-light": { viewport: { width: 1200, height: 860 } },
  "phone-dark": {
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme: "dark",
  },
  "desktop-dark": { viewport: { width: 1200, height: 860 }, colorScheme: "dark" },
};

async function show(page: Page, look: string, state: string, fullPage = true): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${look}-${state}.png`), fullPage });
}

async function takeAll(bench: PageBench, look: string, options: BrowserContextOptions): Promise<void> {
  const page = await bench.visit(options);
  await show(page, look, "1-empty");
  await choosePhoto(page, PORTRAIT);
  await page.locator("progress").waitFor();
  await show(page, look, "2-progress");
  await clipNamed(page, "Come alive");
  await page.locator(".clip button.pause").waitFor();
  await show(page, look, "3-clip");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Yes, delete it" }).waitFor();
  await show(page, look, "4-delete", false);
  await page.getByRole("button", { name: "Keep it" }).first().click();

  const group = await bench.visit(options);
  await choosePhoto(group, GROUP);
  await group.locator(".spot").first().waitFor();
  await group.locator(".clip button.pause").waitFor();
  await show(group, look, "5-group");
  await choosePhoto(group, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no picture") });
  await group.getByText("This file is not a picture.").waitFor();
  await group.getByRole("navigation").getByRole("button", { name: "Privacy" }).click();
  await group.getByText("What is kept:").waitFor();
  await show(group, look, "6-words", false);

  const status = await bench.visit(options);
  await status.goto(`${bench.url}/status`);
  await status.locator("#secret").fill(SECRET);
  await status.getByRole("button", { name: "Open" }).click();
  await status.locator(".uplot").first().waitFor();
  await show(status, look, "7-status");
}

/** What there is to read, in somebody's language. */
async function takeIn(bench: PageBench, language: string, look: string): Promise<void> {
  const page = await bench.visit({ ...LOOKS[look], locale: language });
  await show(page, `${language}-${look}`, "1-empty");
  await page.locator("nav button").first().click();
  await page.locator(".note").waitFor();
  await show(page, `${language}-${look}`, "2-help");
  await choosePhoto(page, GROUP);
  await page.locator(".clip button.pause").waitFor();
  await show(page, `${language}-${look}`, "3-group");
}

/** A desk by day, and a phone at night whose screen is filled by a clip and what is below it. */
async function takeForReadme(bench: PageBench): Promise<void> {
  for (const [look, name, width] of [
    ["desktop-light", "page", 1000],
    ["phone-dark", "page-phone", 400],
  ] as const) {
    const page = await bench.visit(LOOKS[look]);
    await choosePhoto(page, PORTRAIT);
    const pause = page.locator(".clip button.pause");
    await pause.waitFor();
    await page.evaluate('document.querySelector(".clip video").scrollIntoView({ behavior: "instant" })');
    const picture = await page.screenshot({ fullPage: look === "desktop-light" });
    await sharp(picture)
      .resize({ width })
      .webp({ quality: 75 })
      .toFile(join(DOCS, `${name}.webp`));
  }
}

const { language, readme } = parseArgs({
  options: { language: { type: "string" }, readme: { type: "boolean", default: false } },
}).values;
await mkdir(FOLDER, { recursive: true });
const bench = await PageBench.open({ ADMIN_SECRET: SECRET });
try {
  if (readme) await takeForReadme(bench);
  else if (language === undefined)
    for (const [look, options] of Object.entries(LOOKS)) await takeAll(bench, look, options);
  else for (const look of ["phone-light", "desktop-dark"]) await takeIn(bench, language, look);
} finally {
  await bench.close();
}
process.stdout.write(`The pictures are in ${readme ? DOCS : FOLDER}\n`);
