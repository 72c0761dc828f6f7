import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { CHROMIUM, choosePhoto, clipOf, findings, GROUP, PageBench, pressed, WITHOUT } from "../support/browser.ts";
import { anotherPortrait, PORTRAIT } from "../support/photos.ts";

if (CHROMIUM === undefined) process.stderr.write(`\n${WITHOUT}\n\n`);

const VIDEO = "document.querySelector('.stage video')";

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

  it("one face: a clip that plays, another gesture, the first one again, a reload, and the end of it", async () => {
    const page = await visit();
    await choosePhoto(page, PORTRAIT);
    await page.locator("progress").waitFor();
    await clipOf(page, "Come alive");
    await playing(page);
    expect(await page.evaluate(`${VIDEO}.loop && ${VIDEO}.muted`)).toBe(true);
    expect(await findings(page)).toEqual([]);

    await page.getByRole("button", { name: "Pause" }).click();
    await holds(page, `${VIDEO}.paused`);
    await page.getByRole("button", { name: "Smile" }).click();
    await pressed(page, "Smile");
    // What was made is shown again, and not sent again.
    await page.getByRole("button", { name: "Come alive" }).first().click();
    await pressed(page, "Come alive");
    expect(await page.locator(".earlier .chip").count()).toBe(2);

    await page.reload();
    await clipOf(page, "Smile");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download" }).click();
    expect((await download).suggestedFilename()).toMatch(/^portrait.*\.mp4$/);

    await page.getByRole("button", { name: "More to do with this clip" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("button", { name: "Yes, delete it" }).click();
    await page.getByRole("status").getByText("Deleted: the photo").waitFor();
    await page.locator(".welcome").waitFor();
    await page.reload();
    await page.locator(".welcome").waitFor();
    expect(await page.locator("article").count()).toBe(0);
  });

  it("a group: its faces can be chosen before there is a clip", async () => {
    const page = await visit();
    await choosePhoto(page, GROUP);
    const spots = page.locator(".spot");
    await spots.nth(3).waitFor();
    expect(await spots.count()).toBe(4);
    await spots.nth(2).click();
    await clipOf(page, "Face 3 of 4");
    expect(await spots.nth(2).getAttribute("aria-pressed")).toBe("true");
    expect(await findings(page)).toEqual([]);
  });

  it("HEIC, which browsers do not show: read by the server, seen in its card, and drawn in", async () => {
    const page = await visit();
    await choosePhoto(page, join(import.meta.dirname, "../unit/pipeline/photo/quarters.heic"));
    const card = page.getByRole("article", { name: "quarters" });
    await card.getByText("No face was found").waitFor();
    await holds(page, "document.querySelector('.stage img').naturalWidth > 0");
    await card.getByRole("button", { name: "Draw round the face" }).click();
    await holds(page, "document.querySelector('.canvas img').naturalWidth > 0");
  });

  it("two visitors see nothing of each other, and one is forgotten whole", async () => {
    const [anna, boris] = await Promise.all([visit(), visit()]);
    const { bytes, name } = await anotherPortrait();
    const photo = { name, mimeType: "image/jpeg", buffer: bytes };
    await Promise.all([choosePhoto(anna, photo), choosePhoto(boris, photo)]);
    await Promise.all([clipOf(anna, "Come alive"), clipOf(boris, "Come alive")]);
    const clip = String(await anna.locator(".stage video").getAttribute("src"));
    const answer = async (page: Page, address: string) =>
      page.evaluate(`fetch("${address}").then(({ status }) => status)`);
    const addresses = [clip, `${clip}/still`];
    expect(await Promise.all(addresses.map(async (address) => answer(anna, address)))).toEqual([200, 200]);
    expect(await Promise.all(addresses.map(async (address) => answer(boris, address)))).toEqual([404, 404]);

    await anna.getByRole("button", { name: "Menu" }).click();
    await anna.getByRole("button", { name: "Delete everything" }).click();
    await anna.getByRole("button", { name: "Yes, delete everything" }).click();
    await anna.getByText("Deleted: your photo").waitFor();
    expect(await anna.locator("article").count()).toBe(0);
    expect(await answer(anna, clip)).toBe(404);
    await anna.reload();
    await anna.locator(".welcome").waitFor();
    expect(await boris.locator("article").count()).toBe(1);
  });

  it("asked nothing of any other server, and did nothing that it forbids itself", () => {
    expect(bench.troubles).toEqual([]);
  });
});
