import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CHROMIUM, choosePhoto, clipOf, DESK, findings, GROUP, PHONE, pressed, TABLET } from "../support/browser.ts";
import { plain } from "../support/chosen-files.ts";
import { filmPages } from "../support/film-pages.ts";
import { facesInARow } from "../support/held-studio.ts";
import { pressOn, tabTo } from "../support/keyboard.ts";
import { watchPage } from "../support/page-watch.ts";
import { PORTRAIT } from "../support/photos.ts";

const CALM = { reducedMotion: "reduce" } as const;

/** Four faces where they are in the photo of a group. */
const FOUR = facesInARow(4).map((face, i) => ({ ...face, box: { x: 60 + 165 * i, y: 40, width: 90, height: 110 } }));

describe.skipIf(CHROMIUM === undefined)("the page in a browser, with a film for every clip", () => {
  const { open } = filmPages();
  const chips = (page: Page) => page.locator(".controls > .gestures > .chip");

  it.each<[string, BrowserContextOptions]>([
    ["a phone, in German", { ...PHONE, locale: "de-DE" }],
    ["a phone by night, in Japanese, without motion", { ...PHONE, ...CALM, locale: "ja-JP", colorScheme: "dark" }],
    ["a phone, in Russian", { ...PHONE, ...CALM, locale: "ru-RU" }],
    ["a tablet by night, in Spanish", { ...TABLET, ...CALM, locale: "es-ES", colorScheme: "dark" }],
    ["a desk, in French", { ...DESK, ...CALM, locale: "fr-FR" }],
  ])("on %s everything fits, nothing moves by itself, and nothing covers what one taps", async (_, options) => {
    const { page, studio } = await open(options);
    const watch = await watchPage(page);
    const sound = async (): Promise<void> => {
      expect(await watch.tooWide()).toEqual([]);
      expect(await watch.tooSmall()).toEqual([]);
      expect(await watch.covered()).toEqual([]);
      expect(await findings(page)).toEqual([]);
    };
    await sound();
    studio.faces = FOUR;
    studio.hold();
    await choosePhoto(page, GROUP);
    await page.locator(".spot").nth(3).waitFor();
    await sound();
    studio.release();
    await page.locator(".stage video").waitFor();
    await chips(page).nth(1).click();
    await page.locator('.controls > .gestures > .chip:nth-child(2)[aria-pressed="true"]').waitFor();
    await page.locator(".earlier .chip").nth(1).waitFor();
    await sound();
    const { height } = (await page.locator("article").boundingBox()) ?? { height: Number.NaN };
    if (options.viewport?.width === 360) expect(height).toBeLessThan(1.3 * 740);
    await chips(page).last().click();
    await page.locator(".popover:popover-open .chip").nth(8).waitFor();
    await sound();
    await page.keyboard.press("Escape");
    expect(await watch.shifts()).toBeLessThan(0.02);
    await page.reload();
    await page.locator(".earlier .chip").nth(1).waitFor();
    const again = await watchPage(page);
    await page.locator(".clip-actions > button").last().click();
    await page.locator(".menu .danger").last().click();
    await sound();
    await page.locator("dialog .danger").click();
    await page.locator(".toast p").waitFor();
    await sound();
    expect(await again.shifts()).toBeLessThan(0.02);
  });

  it("on a phone the clip and its most used controls are on the screen together, wherever one scrolls", async () => {
    const { page, studio } = await open(PHONE);
    studio.faces = FOUR;
    await choosePhoto(page, GROUP);
    await clipOf(page, "Face 2 of 4");
    const isSeen = async (selector: string): Promise<boolean> => {
      const box = await page.locator(selector).first().boundingBox();
      return box !== null && box.y > -1 && box.y + box.height <= 741;
    };
    for (const control of [".stage", ".clip-actions .main", ".controls > .gestures", ".strength", ".switch"])
      expect(await isSeen(control), control).toBe(true);
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    expect(await isSeen(".stage")).toBe(true);
    expect(await isSeen(".faces-window")).toBe(true);
  });

  it("with the keyboard alone: a photo posted, a face chosen with the arrows, work called off, a gesture, the end", async () => {
    const { page, studio } = await open();
    studio.faces = FOUR;
    await tabTo(page, /^Choose a photo$/);
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(GROUP);
    await clipOf(page, "Face 2 of 4");
    // One stop for all faces; from there the arrows lead on.
    expect(await page.locator('.spot[tabindex="0"]').count()).toBe(1);
    await tabTo(page, /^Face 2$/);
    await page.keyboard.press("ArrowRight");
    studio.hold();
    await page.keyboard.press("Enter");
    await page.locator(".progress").getByText("Making the clip").waitFor();
    await pressOn(page, /^Cancel$/);
    await page.locator(".progress").waitFor({ state: "detached" });
    studio.release();
    await clipOf(page, "Face 2 of 4");
    await pressOn(page, /^Laugh$/);
    await pressed(page, "Laugh");
    await tabTo(page, /^How strongly/);
    await page.keyboard.press("ArrowRight");
    await clipOf(page, "strong");
    await pressOn(page, /^More to do/);
    await pressOn(page, /^Delete$/);
    await pressOn(page, /^Yes, delete it$/);
    await page.locator(".welcome").waitFor();
  });

  it("tells those who do not see it that a clip is begun and ready, and no percentages", async () => {
    const { page } = await open();
    const watch = await watchPage(page);
    await choosePhoto(page, PORTRAIT);
    await clipOf(page, "Come alive");
    await expect.poll(async () => watch.heard()).toContain("Ready: Come alive");
    const heard = await watch.heard();
    expect(heard[0]).toBe("The clip is being made.");
    expect(heard.length).toBeLessThan(4);
  });

  it("begins with a clip that plays, tries its photo, and says once what everybody should know", async () => {
    const { page } = await open();
    await expect
      .poll(async () => page.evaluate("document.querySelector('.welcome video').currentTime"))
      .toBeGreaterThan(0);
    await page.locator(".rules").getByText("the right to use").waitFor();
    await page.getByRole("button", { name: "Try it with this photo" }).click();
    await clipOf(page, "Come alive");
    await page.getByRole("button", { name: "More to do" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("button", { name: "Yes, delete it" }).click();
    await page.locator(".welcome").waitFor();
    await page.reload();
    await page.locator(".welcome video").waitFor();
    expect(await page.locator(".rules").count()).toBe(0);
  });

  it("shows in dialogs how it works and what is kept, and names no operator where one is one's own", async () => {
    const { page } = await open(PHONE);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("button", { name: "How it works" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("several at once").waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Privacy" }).click();
    await dialog.getByText("What is kept").waitFor();
    expect(await dialog.innerText()).not.toMatch(/has not published a contact|\/[a-z]+/);
    await page.keyboard.press("Escape");
    await choosePhoto(page, PORTRAIT);
    await clipOf(page, "Come alive");
    await page.getByRole("button", { name: "More to do" }).click();
    await page.getByRole("button", { name: "Copy still image" }).waitFor();
    expect(await page.getByRole("button", { name: "Report this clip" }).count()).toBe(0);
    const watch = await watchPage(page);
    await page.getByRole("button", { name: "Save as: GIF" }).click();
    await page.locator(".toast").getByText("being made").waitFor();
    expect(await watch.underToast()).toEqual([]);
  });

  it("shows the photo while one holds the clip, or the button for that", async () => {
    const { page } = await open();
    await choosePhoto(page, PORTRAIT);
    await clipOf(page, "Come alive");
    for (const held of [page.locator(".stage video"), page.getByRole("button", { name: "Hold to see the photo" })]) {
      await held.hover();
      await page.mouse.down();
      await page.locator(".before-layer img").waitFor();
      await page.mouse.up();
      await page.locator(".before-layer").waitFor({ state: "detached" });
    }
    expect(await page.evaluate("document.querySelector('.stage video').paused")).toBe(false);
    await page.locator(".stage video").click();
    await expect.poll(async () => page.evaluate("document.querySelector('.stage video').paused")).toBe(true);
  });

  it("scrolls for a photo that was just added, and for no clip that comes", async () => {
    const { page, studio } = await open(PHONE);
    studio.hold();
    await choosePhoto(page, await Promise.all(["anna", "boris"].map(async (name) => plain(name, 640, 480))));
    await page.locator("article .chip .face").nth(20).waitFor();
    await page.evaluate("scrollTo(0, 500)");
    studio.release();
    await page.locator(".stage video").nth(1).waitFor();
    expect(await page.evaluate("scrollY")).toBe(500);
    await choosePhoto(page, PORTRAIT);
    await expect.poll(async () => page.evaluate("scrollY")).toBe(0);
  });
});
