import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { CHROMIUM, choosePhoto, DESK, findings, PHONE, TABLET } from "../support/browser.ts";
import { filmPages } from "../support/film-pages.ts";
import { FilmStudio } from "../support/film-studio.ts";
import { WITH_MARKS } from "../support/held-studio.ts";
import { pressOn, tabTo } from "../support/keyboard.ts";
import { watchPage } from "../support/page-watch.ts";
import { PORTRAIT } from "../support/photos.ts";
import { startWebRig } from "../support/web-rig.ts";

const portrait = readFileSync(PORTRAIT);

/** A photo as people have them, unlike any other one. */
const photo = (name: string) => ({
  name: `${name}.jpg`,
  mimeType: "image/jpeg",
  buffer: Buffer.concat([portrait, Buffer.from(name)]),
});

/** So often the frame on the shelf goes on to another clip. */
const CHANGES = 20;

/** Counts how often the screen is to stay on. */
const COUNTING_WAKE_LOCK = `window.asked = 0;
  const request = async () => { window.asked += 1; return { release: async () => undefined }; };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });`;

describe.skipIf(CHROMIUM === undefined)("what is kept, in a browser", () => {
  const { open, newContext } = filmPages();

  /** Posts a photo, and keeps its clip. */
  const keep = async (page: Page, name: string): Promise<void> => {
    await choosePhoto(page, photo(name));
    await page.locator(`article[aria-label="${name}"] .stage video`).waitFor();
    await page.locator(`article[aria-label="${name}"] .heart`).click();
    await page.locator(`article[aria-label="${name}"] .stay a`).waitFor();
  };

  it.each<[string, BrowserContextOptions]>([
    ["a phone by night, in German", { ...PHONE, locale: "de-DE", colorScheme: "dark" }],
    ["a phone, in Japanese, without motion", { ...PHONE, locale: "ja-JP", reducedMotion: "reduce" }],
    ["a desk, in Russian", { ...DESK, locale: "ru-RU" }],
  ])("on %s: a heart, a name, a reel in order, and a frame that shows it all", async (_, options) => {
    const { page, url, studio } = await open(options);
    await keep(page, "grandmother");
    await keep(page, "uncle");
    await page.goto(`${url}/album`);
    await page.locator(".kept").nth(1).waitFor();
    let watch = await watchPage(page);
    const sound = async (): Promise<void> => {
      expect(await watch.tooWide()).toEqual([]);
      expect(await watch.tooSmall()).toEqual([]);
      expect(await findings(page)).toEqual([]);
    };
    await sound();
    await page.locator("input.name").nth(1).fill("Großmutter Вера 祖母");
    await page.locator("input.years").nth(1).fill("1901–1983");
    await page.locator("input.years").nth(1).press("Enter");
    expect(await watch.shifts()).toBeLessThan(0.02);
    await page.reload();
    await expect.poll(async () => page.locator("input.name").nth(1).inputValue()).toBe("Großmutter Вера 祖母");

    watch = await watchPage(page);
    studio.hold();
    await page.locator(".title button").click();
    await page.locator(".print").nth(1).click();
    await page.locator(".print").nth(0).click();
    await sound();
    // The second one goes first.
    await page.locator(".reel-bar li").nth(1).locator("button").first().click();
    await page.locator(".reel-bar .main").click();
    await page.locator(".reel progress").waitFor();
    await sound();
    studio.release();
    await page.locator(".reel video").waitFor();
    await sound();
    const download = page.waitForEvent("download");
    await page.locator(".reel a.main").click();
    expect((await download).suggestedFilename()).toBe("uncle-reel.mp4");

    await page.locator(".print").nth(1).click();
    await page.locator(".viewer[open]").waitFor();
    await sound();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    expect(await watch.shifts()).toBeLessThan(0.02);

    await page.goto(`${url}/frame`);
    await page.locator(".layer.visible video").waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.locator("button, a").count()).toBe(0);
    watch = await watchPage(page);
    expect(await watch.shifts()).toBeLessThan(0.02);
  });

  it("the frame on the shelf: change after change in one memory, through a time without its server, with the screen on", async () => {
    const { page, url } = await open(TABLET);
    for (const name of ["grandmother", "uncle"]) await keep(page, name);
    await page.addInitScript(COUNTING_WAKE_LOCK);
    await page.clock.install();
    await page.goto(`${url}/frame`);
    const film = page.locator(".layer.visible video");
    const shown = async (): Promise<string | null> => film.getAttribute("aria-label");
    /** Lets time pass until another clip is shown, at most so many seconds. */
    const change = async (atMost = 60): Promise<boolean> => {
      const before = await shown();
      for (let seconds = 0; seconds < atMost; seconds += 4) {
        await page.clock.runFor(4000);
        if ((await shown()) !== before) return true;
      }
      return false;
    };
    await film.waitFor();
    // The server is away before the second clip has come: the first one stays, and is followed when there is one again.
    await page.context().setOffline(true);
    expect(await change()).toBe(false);
    await page.context().setOffline(false);
    expect(await change()).toBe(true);

    const cdp = await page.context().newCDPSession(page);
    const memory = async () => {
      await cdp.send("HeapProfiler.collectGarbage");
      const { usedSize } = await cdp.send("Runtime.getHeapUsage");
      return { usedSize, nodes: (await cdp.send("Memory.getDOMCounters")).nodes };
    };
    for (let i = 0; i < 4; i++) expect(await change()).toBe(true);
    const before = await memory();
    for (let i = 0; i < CHANGES; i++) expect(await change()).toBe(true);
    const after = await memory();
    expect(after.usedSize - before.usedSize).toBeLessThan(200_000);
    expect(after.nodes - before.nodes).toBeLessThan(50);

    // A screen that was dark loses its lock.
    const look = (state: string): string =>
      `Object.defineProperty(document, "visibilityState", { value: "${state}", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"))`;
    expect(await page.evaluate("window.asked")).toBe(1);
    await page.evaluate(look("hidden"));
    expect(await page.evaluate("window.asked")).toBe(1);
    await page.evaluate(look("visible"));
    expect(await page.evaluate("window.asked")).toBe(2);

    // Once a day it is opened anew, by itself.
    const opened = page.waitForEvent("load");
    await page.clock.fastForward("24:00:00");
    await opened;
    await film.waitFor();
  });

  it("with the keyboard alone: hearts, names, a reel, a clip turned to and taken out", async () => {
    const { page } = await open();
    for (const name of ["grandmother", "uncle"]) {
      await choosePhoto(page, photo(name));
      await page.locator(`article[aria-label="${name}"] .stage video`).waitFor();
      await pressOn(page, /^Keep$/);
      await page.locator(`article[aria-label="${name}"] .stay a`).waitFor();
      await page.evaluate("document.activeElement.blur()");
    }
    await pressOn(page, /^Album$/);
    await page.locator(".kept").nth(1).waitFor();
    await tabTo(page, /^Name$/);
    await page.keyboard.type("Uncle Karl");
    await page.keyboard.press("Enter");
    await pressOn(page, /^Make a reel$/);
    await pressOn(page, /^Uncle Karl/);
    await pressOn(page, /^grandmother/);
    await pressOn(page, /^Earlier: grandmother/);
    await pressOn(page, /^Make the reel$/);
    await page.locator(".reel video").waitFor();
    await pressOn(page, /^Uncle Karl/);
    await page.getByRole("dialog", { name: "Uncle Karl" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog", { name: "grandmother" }).waitFor();
    await pressOn(page, /^Take out of the album$/);
    await pressOn(page, /^Yes, take it out$/);
    await page.locator(".kept").nth(1).waitFor({ state: "detached" });
    expect(await page.locator("input.name").inputValue()).toBe("Uncle Karl");
  });

  it("a file is asked about with the keyboard: no mark, the marks that it bears, and trouble, each in its place", async () => {
    const { page, studio } = await open({ ...PHONE, locale: "de-DE", colorScheme: "dark" });
    const watch = await watchPage(page);
    await page.getByRole("button", { name: "Menü" }).click();
    await page.getByRole("link", { name: "Ist das von Keepsake?" }).click();
    await page.getByRole("heading", { name: "Ist das von Keepsake?" }).waitFor();
    const ask = async (): Promise<void> => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Datei auswählen" }).press("Enter");
      await (await chooser).setFiles(photo("from a friend"));
    };
    const verdict = page.getByRole("status").locator(".verdict");
    studio.marks = { ...WITH_MARKS, watermark: { ...WITH_MARKS.watermark, found: false } };
    await ask();
    await verdict.getByText("Das beweist nichts").waitFor();
    studio.marks = { ...WITH_MARKS, note: true };
    await ask();
    await verdict.getByText("Ein unsichtbares Zeichen im Bild").waitFor();
    expect(await verdict.locator("li").count()).toBe(2);
    expect(await watch.tooWide()).toEqual([]);
    expect(await watch.tooSmall()).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await page.context().setOffline(true);
    await ask();
    await page.getByRole("alert").getByText("nicht zu erreichen").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Noch einmal" }).click();
    await verdict.getByText("Ein Vermerk in der Datei").waitFor();
  });

  it("a photo that is shared to the installed page is animated", async () => {
    const { page } = await open(PHONE);
    await page.evaluate("navigator.serviceWorker.ready");
    // As the system's share sheet does it.
    await page.evaluate(`(() => {
      const form = document.createElement("form");
      Object.assign(form, { action: "/share", method: "post", enctype: "multipart/form-data" });
      const input = Object.assign(document.createElement("input"), { type: "file", name: "photos", id: "shared" });
      form.append(input);
      document.body.append(form);
    })()`);
    await page.locator("#shared").setInputFiles(photo("from the gallery"));
    await page.evaluate("document.querySelector('form[action=\"/share\"]').submit()");
    await page.locator('article[aria-label="from the gallery"] .stage video').waitFor();
    const manifest = await page.evaluate<{ icons: { src: string }[] }>(
      "fetch('/manifest.webmanifest').then((answer) => answer.json())",
    );
    for (const { src } of manifest.icons)
      expect(await page.evaluate(`fetch("${src}").then(({ status }) => status)`)).toBe(200);
  });

  it("a guest without an invitation finds a field for its code", async () => {
    const studio = new FilmStudio();
    const rig = await startWebRig({ secret: "an-invitation-for-the-family" }, undefined, [], { studio });
    const context = await newContext({ ...PHONE, locale: "de-DE" });
    onTestFinished(async () => context.close());
    const page = await context.newPage();
    await page.goto(rig.url);
    await page.getByLabel("Code").fill("guessed");
    await page.getByRole("button", { name: "Eintreten" }).click();
    await page.getByText("Dieser Code stimmt nicht").waitFor();
    expect(await findings(page)).toEqual([]);
    const watch = await watchPage(page);
    expect([await watch.tooWide(), await watch.tooSmall(), await watch.covered()]).toEqual([[], [], []]);
    expect(await watch.shifts()).toBeLessThan(0.02);
    await page.getByLabel("Code").fill(rig.store.passes.give({ visitor: null, lifetimeMs: 60_000 }).toLowerCase());
    await page.getByRole("button", { name: "Eintreten" }).click();
    await page.locator(".welcome").waitFor();
  });
});
