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

const VIDEO = "document.querySelector('.clip video')";

describe.skipIf(CHROMIUM === undefined)("the page in a browser, with the real pipeline", () => {
  let bench: PageBench;
  beforeAll(async () => {
    bench = await PageBench.open();
  });
  afterAll(async () => {
    await bench.close();
  });

  /** A page of somebody new, closed with the test: a clip that plays for nobody keeps a core busy. */
  const visit = async (options?: BrowserContextOptions): Promise<Page> => {
    const page = await bench.visit(options);
    onTestFinished(() => page.context().close());
    return page;
  };
  const holds = (page: Page, what: string): Promise<void> =>
    expect.poll(() => page.evaluate(what), { timeout: 30_000 }).toBe(true);
  const playing = (page: Page): Promise<void> => holds(page, `${VIDEO}?.currentTime > 0.2`);

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

  it("two visitors see nothing of each other, and one is forgotten whole", async () => {
    const [anna, boris] = await Promise.all([visit(), visit()]);
    const photo = await upload(anotherPortrait());
    await Promise.all([choosePhoto(anna, photo), choosePhoto(boris, photo)]);
    await Promise.all([clipNamed(anna, "Come alive"), clipNamed(boris, "Come alive")]);
    const clip = String(await anna.locator(".clip video").getAttribute("src"));
    const picture = String(await anna.locator(".photo img").getAttribute("src"));
    const answer = (page: Page, address: string) => page.evaluate(`fetch("${address}").then(({ status }) => status)`);
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
    await page.getByText("This file is too large for me.").waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it("asked nothing of any other server, and did nothing that it forbids itself", () => {
    expect(bench.troubles).toEqual([]);
  });
});
