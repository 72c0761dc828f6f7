import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { choosePhoto, clipOf, DESK, GROUP, PageBench, PHONE, pressed, TABLET } from "../test/support/browser.ts";
import { album, PORTRAIT } from "../test/support/photos.ts";

/**
 * Writes pictures of the page's main states to a folder, to be looked at: `npm run screenshots`; with `-- --look phone-light` of one
 * look only; with `-- --language ja` those that show most of a language; with `-- --readme` the two that the README shows, to docs.
 */

const FOLDER = join(import.meta.dirname, "../screenshots");
const DOCS = join(import.meta.dirname, "../docs");
const SECRET = "for-the-screenshots";

const FINE_PHONE = { ...PHONE, deviceScaleFactor: 2 };
const DARK = { colorScheme: "dark" } as const;

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  "phone-light": FINE_PHONE,
  "phone-dark": { ...FINE_PHONE, ...DARK },
  "tablet-light": TABLET,
  "tablet-dark": { ...TABLET, ...DARK },
  "desk-light": DESK,
  "desk-dark": { ...DESK, ...DARK },
};

async function show(page: Page, look: string, state: string, fullPage = true): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${look}-${state}.png`), fullPage });
}

async function takeAll(bench: PageBench, look: string, options: BrowserContextOptions): Promise<void> {
  await takeOnePerson(bench, look, options);
  await takeGroup(bench, look, options);
  await takeRefused(bench, look, options);
  await takeStatus(bench, look, options);
}

async function takeOnePerson(bench: PageBench, look: string, options: BrowserContextOptions): Promise<void> {
  const page = await bench.visit(options);
  await show(page, look, "01-empty");
  await choosePhoto(page, PORTRAIT);
  await page.locator(".progress button").waitFor();
  await show(page, look, "02-progress");
  await clipOf(page, "Come alive");
  await show(page, look, "03-clip");
  await page.getByRole("button", { name: "Smile" }).click();
  await page.locator(".progress button").waitFor();
  await show(page, look, "04-another", false);
  await pressed(page, "Smile");
  await page.locator(".earlier img").nth(1).waitFor();
  await show(page, look, "05-two");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await show(page, look, "06-more", false);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More to do" }).click();
  await show(page, look, "07-menu", false);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await show(page, look, "08-delete", false);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "How it works" }).click();
  await show(page, look, "09-help", false);
  await page.keyboard.press("Escape");
  await takeKept(bench, page, look);
  await page.context().close();
}

async function takeGroup(bench: PageBench, look: string, options: BrowserContextOptions): Promise<void> {
  const group = await bench.visit(options);
  await choosePhoto(group, GROUP);
  await group.locator(".spot").first().waitFor();
  await show(group, look, "10-group-progress");
  await clipOf(group, "Come alive");
  await show(group, look, "11-group");
  await choosePhoto(group, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no picture") });
  await group.locator(".trouble").getByText("This file is not a picture.").waitFor();
  await show(group, look, "12-trouble", false);
  await group.context().setOffline(true);
  await choosePhoto(group, PORTRAIT);
  await choosePhoto(group, GROUP);
  await group.getByText("Connection lost").first().waitFor();
  await show(group, look, "13-waiting");
  await group.context().setOffline(false);
  await group.context().close();
}

async function takeRefused(bench: PageBench, look: string, options: BrowserContextOptions): Promise<void> {
  const nobody = await bench.visit(options);
  await choosePhoto(nobody, album("coins.jpg"));
  await nobody.getByRole("button", { name: "Draw round the face" }).click();
  await show(nobody, look, "14-frame", false);
  await nobody.keyboard.press("Escape");
  await show(nobody, look, "14-nobody", false);
  await choosePhoto(nobody, join(import.meta.dirname, "../examples/welcome.mp4"));
  await nobody.getByRole("button", { name: "Use this moment" }).waitFor();
  await show(nobody, look, "15-moment", false);
  await nobody.keyboard.press("Escape");
  await choosePhoto(nobody, { name: "old.mov", mimeType: "video/quicktime", buffer: Buffer.from("no film") });
  await nobody.locator(".trouble").getByText("cannot show this video").waitFor();
  await show(nobody, look, "15-no-video", false);
  await nobody.context().close();
}

async function takeStatus(bench: PageBench, look: string, options: BrowserContextOptions): Promise<void> {
  const status = await bench.visit(options);
  await status.goto(`${bench.url}/status`);
  await status.locator("#secret").fill(SECRET);
  await status.getByRole("button", { name: "Open" }).click();
  await status.locator(".bars").waitFor();
  await show(status, look, "20-status");
  await status.context().close();
}

/** What a stranger sees where an invitation is needed. */
async function takeClosed(closed: PageBench, look: string, options: BrowserContextOptions): Promise<void> {
  const page = await closed.stranger(options);
  await page.getByLabel("Code").fill("guessed");
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByText("This code is not right").waitFor();
  await show(page, look, "19-invitation", false);
  await page.context().close();
}

/** The album of somebody who keeps two clips, a reel of them, and the frame on the shelf. */
async function takeKept(bench: PageBench, page: Page, look: string): Promise<void> {
  await page.locator(".heart").click();
  await page.locator(".stay a").waitFor();
  await page.goto(`${bench.url}/album`);
  await page.locator("input.name").fill("Greta");
  await page.locator("input.years").fill("1901–1983");
  await page.locator("input.years").press("Enter");
  await page.goto(bench.url);
  await clipOf(page, "Smile");
  await page.locator(".earlier .chip").nth(1).click();
  await page.locator(".heart").click();
  await page.locator(".stay a").waitFor();
  await page.goto(`${bench.url}/album`);
  await page.locator(".kept").nth(1).waitFor();
  await show(page, look, "16-album");
  await page.getByRole("button", { name: "Make a reel" }).click();
  for (const print of await page.locator(".print").all()) await print.click();
  await show(page, look, "16-reel-order", false);
  await page.getByRole("button", { name: "Make the reel" }).click();
  await page.locator(".reel progress").waitFor();
  await show(page, look, "16-reel-working", false);
  await page.locator(".reel video").waitFor();
  await show(page, look, "16-reel", false);
  await page.locator(".print").last().click();
  await show(page, look, "17-kept", false);
  await page.goto(`${bench.url}/frame`);
  const fading = "Promise.all(document.querySelector('.layer.visible').getAnimations().map((one) => one.finished))";
  await page.locator(".layer.visible video").waitFor();
  await page.evaluate(`${fading}.then(() => undefined)`);
  await show(page, look, "18-shelf", false);
}

/** What there is to read, in somebody's language. */
async function takeIn(bench: PageBench, language: string, look: string): Promise<void> {
  const page = await bench.visit({ ...LOOKS[look], locale: language });
  const name = `${language}-${look}`;
  await show(page, name, "1-empty");
  await page.locator("header .header-actions > button").last().click();
  await page.locator(".menu button").first().click();
  await page.locator("dialog.reading").first().waitFor();
  await show(page, name, "2-help", false);
  await page.keyboard.press("Escape");
  await choosePhoto(page, GROUP);
  await page.locator(".stage video").waitFor();
  await show(page, name, "3-group");
  await page.locator(".controls > .gestures > .chip").last().click();
  await show(page, name, "4-more", false);
  await page.context().close();
}

/** A desk by day, and a phone at night whose screen is filled by a clip and what is below it. */
async function takeForReadme(bench: PageBench): Promise<void> {
  for (const [look, name, width] of [
    ["desk-light", "page", 1000],
    ["phone-dark", "page-phone", 400],
  ] as const) {
    const page = await bench.visit(LOOKS[look]);
    await choosePhoto(page, PORTRAIT);
    await clipOf(page, "Come alive");
    await page.locator(".chip img").first().waitFor();
    const picture = await page.screenshot({ fullPage: look === "desk-light" });
    await sharp(picture)
      .resize({ width })
      .webp({ quality: 75 })
      .toFile(join(DOCS, `${name}.webp`));
  }
}

const given = parseArgs({
  options: { language: { type: "string" }, look: { type: "string" }, readme: { type: "boolean", default: false } },
}).values;
await mkdir(FOLDER, { recursive: true });
const bench = await PageBench.open({ ADMIN_SECRET: SECRET });
const closed = await PageBench.open({ WEB_SECRET: SECRET });
try {
  if (given.readme) await takeForReadme(bench);
  else if (given.language !== undefined)
    for (const look of ["phone-light", "desk-dark"]) await takeIn(bench, given.language, look);
  else
    for (const [look, options] of Object.entries(LOOKS))
      if (given.look === undefined || given.look === look) {
        await takeAll(bench, look, options);
        await takeClosed(closed, look, options);
      }
} finally {
  await Promise.all([bench.close(), closed.close()]);
}
process.stdout.write(`The pictures are in ${given.readme ? DOCS : FOLDER}\n`);
