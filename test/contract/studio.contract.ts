import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import type { Stage } from "../../src/pipeline/request.ts";
import { type Studio, StudioFailed } from "../../src/queue/contract/studio.ts";
import { type Order, photoThatSays } from "../support/fake-studio-work.ts";
import { headTurn } from "../support/head-turn.ts";
import { temporaryFolder } from "../unit/store/open-store.ts";

/** Opens a studio that does two clips at once, with the tests' stand-in for the pipeline; the test's end closes it. */
export type OpenStudio = () => Promise<Studio>;

/** What everybody who asks a studio relies on, wherever it works. */
export function studioContract(name: string, openStudio: OpenStudio): void {
  describe(`${name}, as a Studio`, () => {
    const clip = (order: Order) => ({ mp4: photoThatSays(order), width: 720, height: 720, fps: 25 });
    const render = async (studio: Studio, order: Order, signal?: AbortSignal) =>
      studio.render({ photo: photoThatSays(order) }, signal === undefined ? {} : { signal });

    it("tells what a look has shown, with files of many megabytes on both ways", async () => {
      const studio = await openStudio();
      const photo = Buffer.concat([photoThatSays({ act: "big" }), Buffer.alloc(20_000_000, "x")]);
      const look = await studio.look(photo, { strip: true });
      expect(look).toMatchObject({ height: photo.length, damaged: false, prominent: 2 });
      expect(look.faces.map(({ index, openEyes }) => [index, openEyes])).toEqual([
        [1, true],
        [2, true],
      ]);
      expect(look.reduced).toHaveLength(5 * 2 ** 20);
      expect(look.strip?.[1]).toBe(0xd8);
      expect((await studio.look(photoThatSays({ act: "clip" }), {})).reduced).toBeNull();
    });

    it("renders what was asked, tells how it goes, and gives the whole clip", async () => {
      const studio = await openStudio();
      const stages: Stage[] = [];
      const job = randomBytes(8).toString("hex");
      const rendered = await studio.render(
        { id: "photo", photo: photoThatSays({ act: "big" }), face: 1, gesture: "blink" },
        { job, onProgress: (stage) => stages.push(stage) },
      );
      studio.settled?.(job);
      expect(rendered).toMatchObject({ face: 1, gesture: "blink", clip: { width: 720, frames: 100 } });
      expect(rendered.clip.mp4).toHaveLength(10 * 2 ** 20);
      expect(stages).toEqual(["decode"]);
    });

    it("does two clips at once, and the rest after them", async () => {
      const studio = await openStudio();
      const photos = Array.from({ length: 4 }, async () => render(studio, { act: "wait", milliseconds: 50 }));
      const processes = (await Promise.all(photos)).map(({ animated }) => {
        return (JSON.parse(animated[0]?.driver ?? "") as { readonly pid: number }).pid;
      });
      expect(new Set(processes).size).toBe(2);
    });

    it("converts clips, makes stickers, and knows what it can make", async () => {
      const studio = await openStudio();
      const { format, bytes } = await studio.convert(clip({ act: "clip" }), { format: "webp", longSide: 480 });
      expect([format, bytes.length]).toEqual(["webp", 3 * 2 ** 20]);
      const sticker = await studio.sticker({ id: "photo", photo: photoThatSays({ act: "clip" }) }, {});
      expect(sticker).toMatchObject({ format: "sticker", height: 512 });
      expect(await studio.products()).toEqual(["mp4", "gif"]);
    });

    it("measures a movement, and says in its own words what is wrong with a video", async () => {
      const studio = await openStudio();
      const video = photoThatSays({ act: "clip" });
      const movement = await studio.measure(video, { mirror: true });
      expect(movement, "the other way, in a mirror").toEqual(headTurn(-5));
      await expect(studio.measure(photoThatSays({ act: "userError" }), {})).rejects.toBeInstanceOf(UserError);
    });

    it("listens to a song, and says in its own words what is wrong with one", async () => {
      const studio = await openStudio();
      const { sound, ...music } = await studio.listen(photoThatSays({ act: "clip" }), {});
      expect([music.frames, music.beats.length, sound.length]).toEqual([250, 20, 1000]);
      await expect(studio.listen(photoThatSays({ act: "userError" }), {})).rejects.toBeInstanceOf(UserError);
    });

    it("says in its own words what a person can mend, and with its stack what is our fault", async () => {
      const studio = await openStudio();
      const mendable = await render(studio, { act: "userError" }).catch((error: unknown) => error);
      expect(mendable).toBeInstanceOf(UserError);
      expect(mendable).toMatchObject({ code: "faceTooSmall", params: { pixels: 9 } });
      const bug = await render(studio, { act: "bug" }).catch((error: unknown) => error);
      expect(bug).toBeInstanceOf(StudioFailed);
      expect(bug).toMatchObject({ failure: "bug", message: "a bug in the pipeline" });
      expect((bug as Error).stack).toContain("fake-studio-work");
    });

    it("tries once more what crashed, and gives up what crashes again", async () => {
      const studio = await openStudio();
      const marker = `${await temporaryFolder()}/crashed`;
      expect(await render(studio, { act: "crashOnce", marker })).toMatchObject({ face: 2 });
      await expect(render(studio, { act: "crash" })).rejects.toMatchObject({ failure: "crash" });
      expect(await render(studio, { act: "clip" })).toMatchObject({ face: 2 });
    });

    it("lets go of what nobody waits for any more, within a second or two, with the signal's reason", async () => {
      const studio = await openStudio();
      const reason = new Error("withdrawn");
      const [stop, other] = [new AbortController(), new AbortController()];
      const both = [stop, other].map(async ({ signal }) =>
        render(studio, { act: "wait", milliseconds: 60_000 }, signal),
      );
      await studio.look(photoThatSays({ act: "clip" }), {});
      const began = performance.now();
      stop.abort(reason);
      other.abort(reason);
      const withdrawn = { status: "rejected", reason };
      expect(await Promise.allSettled(both)).toEqual([withdrawn, withdrawn]);
      // Both places are free again.
      await Promise.all([render(studio, { act: "clip" }), render(studio, { act: "clip" })]);
      expect(performance.now() - began).toBeLessThan(4000);
      await expect(render(studio, { act: "clip" }, stop.signal)).rejects.toBe(reason);
    });

    it("settles everything when it is closed", async () => {
      const studio = await openStudio();
      const all = Promise.allSettled([
        render(studio, { act: "hang" }),
        studio.look(photoThatSays({ act: "hang" }), {}),
      ]);
      await studio.products();
      await studio.close();
      for (const { status } of await all) expect(status).toBe("rejected");
    });
  });
}
