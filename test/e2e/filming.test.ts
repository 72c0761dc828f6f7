import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findFfmpeg } from "../../src/pipeline/video/ffmpeg-binary.ts";
import { CHROMIUM, choosePhoto, clipOf, findings, PHONE } from "../support/browser.ts";
import { filmPages } from "../support/film-pages.ts";
import { watchPage } from "../support/page-watch.ts";
import { PORTRAIT } from "../support/photos.ts";

const FILM = join(import.meta.dirname, "../../examples/welcome.mp4");
/** Waits until a camera has shown a few pictures more. */
const FIRST_PICTURES = `async () => {
  const video = document.querySelector(".finder video");
  for (let i = 0; i < 8; i++) await new Promise((next) => video.requestVideoFrameCallback(next));
}`;

describe.skipIf(CHROMIUM === undefined)("a movement on the page, before a camera that shows a face", () => {
  let folder: string;
  const args: string[] = ["--use-fake-device-for-media-stream"];
  // Before the browser is started.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "keepsake-camera-"));
    const camera = join(folder, "camera.mjpeg");
    const asPictures = ["-vf", "scale=320:-2", "-c:v", "mjpeg", "-q:v", "4", camera];
    await promisify(execFile)(await findFfmpeg(), ["-v", "error", "-i", FILM, ...asPictures]);
    args.push(`--use-file-for-fake-video-capture=${camera}`);
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));
  const { open } = filmPages(args);
  const dialog = (page: Page) => page.locator("dialog.film");

  it("says why it may not film, then films six seconds, and keeps their movement by a name until that is deleted", async () => {
    const { page, studio } = await open(PHONE);
    const measure = vi.spyOn(studio, "measure");
    await choosePhoto(page, PORTRAIT);
    await clipOf(page, "Come alive");
    await page.getByRole("button", { name: "Move like me" }).click();
    await dialog(page).getByText("deleted at once").waitFor();
    const watch = await watchPage(page);
    await page.getByRole("button", { name: "Film a movement" }).click();
    await dialog(page).getByText("does not let this page use the camera").waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Choose a video");

    await page.context().grantPermissions(["camera"]);
    await page.getByRole("button", { name: "Film a movement" }).click();
    await dialog(page).getByText("can be seen well").waitFor();
    expect([...(await watch.tooWide()), ...(await watch.tooSmall()), ...(await findings(page))]).toEqual([]);
    const tracks = "document.querySelector('.finder video').srcObject.getTracks().map(({ kind }) => kind)";
    expect(await page.evaluate(tracks)).toEqual(["video"]);
    await page.clock.install();
    await page.getByRole("button", { name: "Start" }).click();
    for (const count of ["3", "2", "1"]) {
      await page.locator(".count").getByText(count).waitFor();
      await page.clock.fastForward(1000);
    }
    await page.locator(".finder.filming").waitFor();
    // There is something in the film.
    await page.evaluate(`(${FIRST_PICTURES})()`);
    await page.clock.fastForward(6000);
    await clipOf(page, "Filmed movement");
    const [video, how] = measure.mock.calls[0] as unknown as [Uint8Array, object];
    // The four bytes with which a WebM begins; and who filmed themselves saw themselves as in a mirror.
    expect(Buffer.from(video).subarray(0, 4).toString("hex")).toBe("1a45dfa3");
    expect(how).toMatchObject({ mirror: true });
    expect(studio.made.at(-1)?.movement?.seconds).toBe(3);

    await page.getByRole("button", { name: "Keep this movement" }).click();
    await page.getByLabel("What is this movement called?").fill("My nod");
    await page.keyboard.press("Enter");
    await page.locator('.controls > .gestures > .chip[aria-pressed="true"]', { hasText: "My nod" }).waitFor();
    await page.getByRole("button", { name: "Move like me" }).click();
    await page.getByRole("button", { name: "Delete: My nod" }).click();
    await page.getByRole("button", { name: "Yes, delete it: My nod" }).click();
    await page.locator(".kept-movements").waitFor({ state: "detached" });
    expect(await watch.shifts()).toBeLessThan(0.02);
  });
});
