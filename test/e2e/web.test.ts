import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { CHROMIUM, choosePhoto, clipNamed, findings, PageBench } from "../support/browser.ts";
import { anotherPortrait, PORTRAIT, peopleInARow } from "../support/photos.ts";

if (CHROMIUM === undefined) {
  process.stderr.write(
    "No browser here (Chromium, or CHROMIUM_PATH): the tests of the page in a browser are skipped.\n",
  );
}

/** A photo as Playwright takes it. */
async function upload(photo: ReturnType<typeof anotherPortrait>) {
  const { bytes, name } = await photo;
  return { name, mimeType: "image/jpeg", buffer: bytes };
}

/** A program for the page: a photo comes over it, is let go of, or is pasted, one after the other. */
function handedOver(base64: string, kinds: readonly string[]): string {
  return `const data = new DataTransfer();
    const bytes = Uint8Array.from(atob("${base64}"), (one) => one.charCodeAt(0));
    data.items.add(new File([bytes], "photo.jpg", { type: "image/jpeg" }));
    for (const kind of ${JSON.stringify(kinds)}) {
      const event = kind === "paste"
        ? new ClipboardEvent(kind, { clipboardData: data, bubbles: true })
        : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }`;
}

const VIDEO = "document.querySelector('.clip video')";

describe.skipIf(CHROMIUM === undefined)("the page in a browser, with the real pipeline", () => {
  let bench: PageBench;
  beforeAll(async () => {
    bench = await PageBench.open({ ENHANCE: "off" });
  });
  afterAll(async () => {
    await bench.close();
  });

  /** A page of somebody new, closed with the test: a clip that plays for nobody keeps a core busy. */
  const visit = async (options?: BrowserContextOptions): Promise<Page> => {
    const page = await bench.visit(options);
    onTestFinished(async () => page.context().close());
    return page;
  };
  const holds = async (page: Page, what: string): Promise<void> =>
    expect.poll(async () => page.evaluate(what), { timeout: 30_000 }).toBe(true);
  const playing = async (page: Page): Promise<void> => holds(page, `${VIDEO}?.currentTime > 0.2`);

  it("one face: a clip that plays, another gesture, a reload, and the end of it", async () => {
    const page = await visit();
    expect(await findings(page)).toEqual([]);
    await choosePhoto(page, PORTRAIT);
    await page.locator("progress").waitFor();
    await clipNamed(page, "Come alive");
    await playing(page);
    expect(await page.evaluate(`${VIDEO}.loop && ${VIDEO}.muted`)).toBe(true);
    expect(await findings(page)).toEqual([]);

    await page.getByRole("button", { name: "Pause" }).click();
    await holds(page, `${VIDEO}.paused`);
    await page.getByRole("button", { name: "Smile" }).click();
    await clipNamed(page, "Smile");

    await page.reload();
    await clipNamed(page, "Smile");
    await page.getByRole("button", { name: "Come alive" }).first().click();
    await clipNamed(page, "Come alive");

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download" }).click();
    expect((await download).suggestedFilename()).toBe("keepsake.mp4");

    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("button", { name: "Yes, delete it" }).click();
    await page.getByRole("status").getByText("Deleted: the photo").waitFor();
    await page.locator(".composer.large").waitFor();
    await page.reload();
    await page.locator(".composer.large").waitFor();
    expect(await page.locator("article").count()).toBe(0);
  });

  it("a group: posted with the keyboard, the third face tapped in the photo, the fourth with the keyboard", async () => {
    const page = await visit();
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press("Tab");
        const label = await page.evaluate(
          "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''",
        );
        if (name.test(String(label))) return;
      }
      throw new Error(`no way to ${name.source} with the keyboard`);
    };
    await tabTo(/^Choose a photo$/);
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(await upload(peopleInARow(4)));
    const spots = page.locator(".photo .spot");
    await spots.nth(3).waitFor();
    expect(await spots.count()).toBe(4);
    await spots.nth(2).click();
    await clipNamed(page, "Face 3 of 4");
    expect(await spots.nth(2).getAttribute("aria-pressed")).toBe("true");
    expect(await findings(page)).toEqual([]);

    await tabTo(/^Face 4$/);
    await page.keyboard.press("Enter");
    await clipNamed(page, "Face 4 of 4");
    await tabTo(/^Delete$/);
    await page.keyboard.press("Enter");
    await holds(page, "document.activeElement?.textContent === 'Yes, delete it'");
    await page.keyboard.press("Enter");
    await page.locator(".composer.large").waitFor();
  });

  it("a phone of 360 px, dark, in Chinese, without motion", async () => {
    const page = await visit({
      viewport: { width: 360, height: 740 },
      colorScheme: "dark",
      locale: "zh-CN",
      reducedMotion: "reduce",
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole("button", { name: "拍一张照片" }).waitFor();
    await choosePhoto(page, await upload(anotherPortrait()));
    await page.locator(".clip").waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("zh");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    const brightness = "Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number))";
    expect(await page.evaluate(brightness)).toBeLessThan(60);
    const small = `[...document.querySelectorAll("main button, main a")].filter((one) =>
      !one.matches(".linked") && one.getBoundingClientRect().height < 44).map((one) => one.textContent)`;
    expect(await page.evaluate(small)).toEqual([]);
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(`${VIDEO}.paused`)).toBe(true);
    await page.locator(".clip button.play").tap();
    await playing(page);
  });

  it("photos that are dropped, pasted, or chosen together with a broken one; a clip copied and shared", async () => {
    const page = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate(`navigator.canShare = () => true;
      navigator.share = async ({ files: [file], title }) => { window.shared = [file.name, file.type, file.size, title] }`);
    const handOver = async (kinds: readonly string[]): Promise<void> => {
      const { buffer } = await upload(anotherPortrait());
      await page.evaluate(handedOver(buffer.toString("base64"), kinds));
    };
    await handOver(["dragover"]);
    await page.locator(".composer.over").getByText("Drop to add").waitFor();
    await handOver(["dragleave"]);
    await page.locator(".composer:not(.over)").waitFor();
    await handOver(["dragover", "drop"]);
    await page.locator(".composer:not(.over)").waitFor();
    await page.locator(".clip").waitFor();

    await page.getByRole("button", { name: "Copy still image" }).click();
    await page.getByText("Copied: the picture").waitFor();
    const copied = `navigator.clipboard.read().then(([item]) => item.getType("image/png")).then(createImageBitmap)
      .then(({ width }) => width === ${VIDEO}.videoWidth)`;
    expect(await page.evaluate(copied)).toBe(true);
    await page.getByRole("button", { name: "Share" }).click();
    await holds(page, "window.shared !== undefined");
    expect(await page.evaluate("window.shared")).toEqual([
      "keepsake.mp4",
      "video/mp4",
      expect.any(Number),
      "Come alive",
    ]);
    await page.getByRole("button", { name: "Report this clip" }).click();
    await page.getByText("Your report is noted for the operator of this page.").waitFor();
    await holds(page, "scrollY === 0");

    await handOver(["paste"]);
    await page.locator("article").nth(1).locator(".clip").waitFor();
    const broken = Buffer.from("00000018667479706865696300000000686569636d696631", "hex");
    const both = [await upload(anotherPortrait()), { name: "phone.heic", mimeType: "image/heic", buffer: broken }];
    await page.locator("input[type=file]").first().setInputFiles(both);
    await page.getByText("This picture is damaged").waitFor();
    await page.locator("article .clip").nth(2).waitFor();
    expect(await page.locator("article").count()).toBe(4);
  });

  it.each([
    ["es-ES", "Privacidad", "Qué se guarda: tus fotos"],
    ["ru-RU", "Конфиденциальность", "Что хранится: ваши снимки"],
  ])(
    "the longest words of %s fit on a phone of 360 px, and nobody has to type a command",
    async (locale, kept, told) => {
      const page = await visit({ viewport: { width: 360, height: 740 }, locale, hasTouch: true, isMobile: true });
      await choosePhoto(page, await upload(anotherPortrait()));
      await page.locator(".clip").waitFor();
      await page.getByRole("button", { name: kept }).first().click();
      await page.getByText(told).waitFor();
      expect(await page.locator("main").innerText()).not.toMatch(/\/[a-z]/);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      // Nothing needs to be broken inside a word: without leave to do that, everything still fits.
      await page.evaluate("document.body.style.overflowWrap = 'normal'");
      const tooWide = `[...document.querySelectorAll("button")].filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => one.textContent)`;
      expect(await page.evaluate(tooWide)).toEqual([]);
    },
  );

  it("two visitors see nothing of each other, and one is forgotten whole", async () => {
    const [anna, boris] = await Promise.all([visit(), visit()]);
    const photo = await upload(anotherPortrait());
    await Promise.all([choosePhoto(anna, photo), choosePhoto(boris, photo)]);
    await Promise.all([clipNamed(anna, "Come alive"), clipNamed(boris, "Come alive")]);
    const clip = String(await anna.locator(".clip video").getAttribute("src"));
    const picture = String(await anna.locator(".photo img").getAttribute("src"));
    const answer = async (page: Page, address: string) =>
      page.evaluate(`fetch("${address}").then(({ status }) => status)`);
    expect([await answer(anna, clip), await answer(anna, picture)]).toEqual([200, 200]);
    expect([await answer(boris, clip), await answer(boris, picture)]).toEqual([404, 404]);

    await anna.getByRole("button", { name: "Delete everything" }).click();
    await anna.getByRole("button", { name: "Yes, delete everything" }).click();
    await anna.getByText("Deleted: your photo").waitFor();
    expect(await anna.locator("article").count()).toBe(0);
    expect(await answer(anna, clip)).toBe(404);
    await anna.reload();
    await anna.locator(".composer.large").waitFor();
    expect(await boris.locator("article").count()).toBe(1);
  });

  it("what cannot be used is explained", async () => {
    const page = await visit();
    await choosePhoto(page, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no picture at all") });
    await page.getByText("This file is not a picture.").waitFor();
    await choosePhoto(page, { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.from("film") });
    await page.getByText("I cannot use videos.").waitFor();
    const large = { name: "large.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(20_000_001) };
    await choosePhoto(page, large);
    await page.getByText("This file is over 20 MB.").waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it("asked nothing of any other server, and did nothing that it forbids itself", () => {
    expect(bench.troubles).toEqual([]);
  });
});
