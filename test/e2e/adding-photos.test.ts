import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHROMIUM, choosePhoto, clipOf, findings, PHONE } from "../support/browser.ts";
import { noise, plain } from "../support/chosen-files.ts";
import { filmPages } from "../support/film-pages.ts";
import { watchPage } from "../support/page-watch.ts";

const FILM = join(import.meta.dirname, "../../examples/welcome.mp4");

describe.skipIf(CHROMIUM === undefined)("photos that are added in a browser", () => {
  const { open } = filmPages();

  it("keeps photos for which there is no connection, with their names, and sends them when it is back", async () => {
    const { page, studio } = await open();
    await page.context().setOffline(true);
    const photos = await Promise.all(["anna", "boris", "clara"].map(async (name) => plain(name, 640, 480)));
    await choosePhoto(page, photos);
    const cards = page.locator("article");
    await cards.nth(2).waitFor();
    await cards.nth(0).getByText("Connection lost").waitFor();
    expect(await cards.locator(".progress b").allTextContents()).toEqual(["anna.png", "boris.png", "clara.png"]);
    const watch = await watchPage(page);
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Remove: boris.png" }).click();
    studio.hold();
    await page.context().setOffline(false);
    await cards.nth(1).locator(".progress").getByText("Looking for faces").waitFor();
    const names = "[...document.querySelectorAll('article')].map((card) => card.ariaLabel)";
    expect(await page.evaluate(names)).toEqual(["anna", "clara"]);
    expect(await watch.shifts()).toBeLessThan(0.02);
    studio.release();
    await page.reload();
    await page.locator(".stage video").nth(1).waitFor();
    expect(await page.evaluate(names)).toEqual(["anna", "clara"]);
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
    const watch = await watchPage(page);
    expect(await watch.covered()).toEqual([]);
    await page.getByRole("button", { name: "Draw round the face" }).click();
    expect(await findings(page)).toEqual([]);
    expect(await watch.covered()).toEqual([]);
    // A finger is told nothing of arrow keys.
    expect(await page.getByText("arrow keys").isVisible()).toBe(false);
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
    expect(await watch.shifts()).toBeLessThan(0.02);
    expect(await page.locator(".trouble").count()).toBe(0);
  });

  it("takes one moment of a video, and says so where the browser cannot show it", async () => {
    const { page } = await open();
    const watch = await watchPage(page);
    await choosePhoto(page, FILM);
    await page.getByRole("slider", { name: "Choose a moment" }).fill("2");
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Use this moment" }).click();
    await page.getByRole("article", { name: "welcome" }).locator("video").waitFor();
    expect(await watch.shifts()).toBeLessThan(0.02);
    await choosePhoto(page, { name: "old.mov", mimeType: "video/quicktime", buffer: Buffer.from("no film") });
    await page.getByRole("article", { name: "old" }).getByText("cannot show this video").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Remove: old.mov" }).click();
    await page.getByRole("article", { name: "old" }).waitFor({ state: "detached" });
  });
});
