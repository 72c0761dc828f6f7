import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { newPicture, type RigOptions, startRig } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

/** A bot that is busy with somebody else's clip, and that nobody can hurry. */
async function startBusy(options: RigOptions = {}) {
  const rig = await startRig({ concurrency: 1, ...options });
  rig.renderer.hold();
  const other = rig.user().private();
  other.sendsPhoto(await newPicture());
  await other.nextText(/^Making the clip/);
  rig.renderer.faces = facesInARow(3);
  return { ...rig, other };
}

describe("a photo that cannot be animated is answered at once, without a place in line", () => {
  it.each([
    ["without a face", [], /^There seems to be no face/],
    ["with a face turned away", facesInARow(1, [1]), /^This face is turned too far/],
  ] as const)("%s", async (_, faces, words) => {
    const { user, renderer, queue } = await startBusy();
    renderer.faces = faces;
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextText(words);
    expect(await queue.stats()).toMatchObject({ waiting: 0, running: 1 });
  });

  it("that needs too much memory", async () => {
    const { user, renderer, store } = await startBusy();
    renderer.lookFailures.push(new UserError("tooMuchMemory"));
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextText(/^This picture needs more memory than there is/);
    expect((await store.usage()).photos).toBe(1);
  });
});
