import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { WebConfig } from "../../src/config.ts";
import {
  CHROMIUM,
  choosePhoto,
  clipOf,
  findings,
  GROUP,
  openBrowser,
  PageVisits,
  pressed,
} from "../support/browser.ts";
import { noise, plain } from "../support/chosen-files.ts";
import { FilmStudio } from "../support/film-studio.ts";
import { facesInARow } from "../support/held-studio.ts";
import { watchPage } from "../support/page-watch.ts";
import { PORTRAIT } from "../support/photos.ts";
import { startWebRig } from "../support/web-rig.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1280, height: 860 } };
const FILM = join(import.meta.dirname, "../../examples/welcome.mp4");
const CALM = { reducedMotion: "reduce" } as const;

/** Four faces where they are in the photo of a group. */
const FOUR = facesInARow(4).map((face, i) => ({ ...face, box: { x: 60 + 165 * i, y: 40, width: 90, height: 110 } }));

describe.skipIf(CHROMIUM === undefined)("the page in a browser, with a film for every clip", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** A server of its own, and a page of somebody new. */
  const open = async (options: BrowserContextOptions = {}, config: Partial<WebConfig> = {}) => {
    const studio = new FilmStudio();
    const rig = await startWebRig(config, undefined, [], { studio });
    const visits = new PageVisits(rig.url, browser);
    const page = await visits.visit(options);
    onTestFinished(async () => {
      studio.release();
      await page.context().close();
      expect(visits.troubles).toEqual([]);
    });
    return { ...rig, studio, page };
  };
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
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press("Tab");
        const label = await page.evaluate(
          "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''",
        );
        if (name.test(String(label))) return;
      }
      throw new Error(`no way to ${name.source} with the keyboard`);
    };
    studio.faces = FOUR;
    await tabTo(/^Choose a photo$/);
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(GROUP);
    await clipOf(page, "Face 2 of 4");
    // One stop for all faces; from there the arrows lead on.
    expect(await page.locator('.spot[tabindex="0"]').count()).toBe(1);
    await tabTo(/^Face 2$/);
    await page.keyboard.press("ArrowRight");
    studio.hold();
    await page.keyboard.press("Enter");
    await page.locator(".progress").getByText("Making the clip").waitFor();
    await tabTo(/^Cancel$/);
    await page.keyboard.press("Enter");
    await page.locator(".progress").waitFor({ state: "detached" });
    studio.release();
    await clipOf(page, "Face 2 of 4");
    await tabTo(/^Laugh$/);
    await page.keyboard.press("Enter");
    await pressed(page, "Laugh");
    await tabTo(/^How strongly/);
    await page.keyboard.press("ArrowRight");
    await clipOf(page, "strong");
    await tabTo(/^More to do/);
    await page.keyboard.press("Enter");
    await tabTo(/^Delete$/);
    await page.keyboard.press("Enter");
    await tabTo(/^Yes, delete it$/);
    await page.keyboard.press("Enter");
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

  it("keeps photos for which there is no connection, with their names, and sends them when it is back", async () => {
    const { page, studio } = await open();
    await page.context().setOffline(true);
    const photos = await Promise.all(["anna", "boris", "clara"].map(async (name) => plain(name, 640, 480)));
    await choosePhoto(page, photos);
    const waiting = page.locator(".uploads li");
    await waiting.nth(2).waitFor();
    await waiting.nth(0).getByText("Connection lost").waitFor();
    expect(await waiting.locator("b").allTextContents()).toEqual(["anna.png", "boris.png", "clara.png"]);
    await page.getByRole("button", { name: "Remove: boris.png" }).click();
    studio.hold();
    await page.context().setOffline(false);
    await page.locator("article").nth(1).waitFor();
    const names = "[...document.querySelectorAll('article')].map((card) => card.ariaLabel)";
    expect(await page.evaluate(names)).toEqual(["clara", "anna"]);
    expect(await waiting.count()).toBe(0);
  });

  it("makes large pictures smaller, and smaller still where something on the way takes a megabyte at most", async () => {
    const { page, store } = await open();
    let refusals = 0;
    await page.route("**/api/photos", async (route) => {
      const size = route.request().postDataBuffer()?.length ?? 0;
      if (size < 1_000_000) return route.continue();
      refusals += 1;
      return route.fulfill({ status: 413, contentType: "text/html", body: "<h1>413</h1>" });
    });
    await choosePhoto(page, await noise("crowd", 4400, 600));
    await clipOf(page, "Come alive");
    expect(refusals).toBe(1);
    expect((await store.usage()).bytes).toBeLessThan(1_100_000);
  });

  it("says in the photo's own card what is wrong, and takes it out on a tap", async () => {
    const { page, studio } = await open();
    studio.faces = [];
    await choosePhoto(page, await plain("meadow", 600, 400));
    const card = page.getByRole("article", { name: "meadow" });
    await card.getByText("No face was found").waitFor();
    expect(await findings(page)).toEqual([]);
    await card.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("button", { name: "Yes, delete it" }).click();
    await page.locator(".welcome").waitFor();
  });

  it("where nobody was seen, has a frame drawn round the face, and looks there", async () => {
    const { page, studio } = await open(PHONE);
    studio.faces = [];
    await choosePhoto(page, await plain("meadow", 600, 400));
    await page.getByRole("button", { name: "Draw round the face" }).click();
    expect(await findings(page)).toEqual([]);
    const { x, y, width, height } = (await page.locator(".canvas").boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await page.mouse.move(x + width / 2, y + height / 4);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.75, y + height * 0.75, { steps: 3 });
    await page.mouse.up();
    await page.locator(".drawn").press("Shift+ArrowLeft");
    await page.getByRole("button", { name: "Look here" }).click();
    await clipOf(page, "Come alive");
    const [near] = studio.frames;
    expect(near?.x).toBeCloseTo(300, -1);
    expect(near?.y).toBeCloseTo(100, -1);
    expect(near?.width).toBeCloseTo(0.23 * 600, -1);
    expect(near?.height).toBeCloseTo(200, -1);
    expect(await page.locator(".trouble").count()).toBe(0);
  });

  it("takes one moment of a video, and says so where the browser cannot show it", async () => {
    const { page } = await open();
    await choosePhoto(page, FILM);
    await page.getByRole("slider", { name: "Choose a moment" }).fill("2");
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Use this moment" }).click();
    await page.getByRole("article", { name: "welcome" }).locator("video").waitFor();
    await choosePhoto(page, { name: "old.mov", mimeType: "video/quicktime", buffer: Buffer.from("no film") });
    await page.locator(".uploads li", { hasText: "old.mov" }).getByText("cannot show this video").waitFor();
    await page.getByRole("button", { name: "Remove: old.mov" }).click();
    await page.locator(".uploads").waitFor({ state: "detached" });
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
    await dialog.getByText("several at once, too").waitFor();
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
    expect(await page.evaluate("document.querySelector('.stage video').paused")).toBe(true);
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
