import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { choosePhoto, clipNamed, GROUP, PageBench } from "../test/support/browser.ts";
import { PORTRAIT } from "../test/support/photos.ts";

/** Writes pictures of the page's main states to a folder, to be looked at: `npm run screenshots`. */

const FOLDER = join(import.meta.dirname, "../screenshots");
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
  await group.getByRole("button", { name: "Privacy" }).click();
  await group.getByText("What is kept:").waitFor();
  await show(group, look, "6-words", false);

  const status = await bench.visit(options);
  await status.goto(`${bench.url}/status`);
  await status.locator("#secret").fill(SECRET);
  await status.getByRole("button", { name: "Open" }).click();
  await status.locator(".uplot").first().waitFor();
  await show(status, look, "7-status");
}

await mkdir(FOLDER, { recursive: true });
const bench = await PageBench.open({ ADMIN_SECRET: SECRET });
try {
  for (const [look, options] of Object.entries(LOOKS)) await takeAll(bench, look, options);
} finally {
  await bench.close();
}
process.stdout.write(`The pictures are in ${FOLDER}\n`);
