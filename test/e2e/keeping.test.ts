import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { CHROMIUM, choosePhoto, DESK, findings, PHONE } from "../support/browser.ts";
import { filmPages } from "../support/film-pages.ts";
import { FilmStudio } from "../support/film-studio.ts";
import { WITH_MARKS } from "../support/held-studio.ts";
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
    const { page, url } = await open(options);
    await keep(page, "grandmother");
    await keep(page, "uncle");
    const watch = await watchPage(page);
    await page.goto(`${url}/album`);
    await page.locator(".kept").nth(1).waitFor();
    const sound = async (): Promise<void> => {
      expect(await watch.tooWide()).toEqual([]);
      expect(await watch.tooSmall()).toEqual([]);
      expect(await findings(page)).toEqual([]);
    };
    await sound();
    await page.locator("input.name").nth(1).fill("Großmutter Вера 祖母");
    await page.locator("input.years").nth(1).fill("1901–1983");
    await page.locator("input.years").nth(1).press("Enter");
    await page.reload();
    await expect.poll(async () => page.locator("input.name").nth(1).inputValue()).toBe("Großmutter Вера 祖母");

    await page.locator(".title button").click();
    await page.locator(".print").nth(1).click();
    await page.locator(".print").nth(0).click();
    await sound();
    // The second one goes first.
    await page.locator(".reel-bar li").nth(1).locator("button").first().click();
    await page.locator(".reel-bar .main").click();
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

    await page.goto(`${url}/frame`);
    await page.locator(".layer.visible video").waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.locator("button, a").count()).toBe(0);
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
    await page.getByLabel("Code").fill(rig.store.passes.give({ visitor: null, lifetimeMs: 60_000 }).toLowerCase());
    await page.getByRole("button", { name: "Eintreten" }).click();
    await page.locator(".welcome").waitFor();
  });
});
