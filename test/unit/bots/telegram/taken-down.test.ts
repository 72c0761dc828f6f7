import { describe, expect, it, vi } from "vitest";
import { newGroup } from "../../../support/fake-telegram/client.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";

/** A photo of Anna's in a group, with the clip that Boris had made of it, and an operator who reads. */
async function withClip() {
  const operatorId = 77;
  const rig = await startRig({ policy: { admins: [`telegram:${operatorId}`], operatorContact: "ruth@example.org" } });
  const group = newGroup();
  const [anna, boris, carla] = [rig.user(), rig.user(), rig.user()];
  const operator = rig.user();
  rig.world.chats.set(operatorId, { id: operatorId, type: "private", first_name: "Ruth" });
  const picture = await newPicture();
  const photo = anna.in(group).sendsPhoto(picture);
  const theirs = boris.in(group);
  theirs.says("/animate", { id: photo });
  const clip = await theirs.nextClip();
  const inCharge = { user: { ...operator.user, id: operatorId } };
  return { ...rig, group, anna, boris, carla, clip, photo, picture, operatorId, inCharge };
}

type Scene = Awaited<ReturnType<typeof withClip>>;

async function takesDown({ carla, group, clip }: Scene) {
  const chat = carla.in(group);
  await chat.chooses(clip, "This is me: remove");
  const asked = await chat.becomes(clip, "a question", ({ text }) => text.startsWith("If you are in this picture"));
  expect(asked.rows).toEqual([["Yes, take it down", "Keep it"]]);
  return chat.taps(asked, "Yes, take it down");
}

/** What somebody can read in a chat. */
function saidIn({ world }: Scene, chat: number): string[] {
  return world.visible(chat).map(({ message }) => message.text ?? message.caption ?? "");
}

describe("whoever is in a picture", () => {
  it("has its clip taken down at once; its sender and the operator hear of it, but not who it was", async () => {
    const scene = await withClip();
    scene.anna.private();
    expect(await takesDown(scene)).toMatchObject({ text: "It is taken down. Thank you for saying so." });
    await scene.carla.in(scene.group).gone(scene.clip);
    await vi.waitFor(
      () => expect(saidIn(scene, scene.anna.id).at(-1)).toMatch(/^Somebody in a photo that you sent/),
      10_000,
    );
    expect(saidIn(scene, scene.anna.id).at(-1)).toContain("ruth@example.org");
    expect(saidIn(scene, scene.operatorId).at(-1)).toMatch(/^Somebody says that they are in a picture/);
    const everything = [...saidIn(scene, scene.anna.id), ...saidIn(scene, scene.operatorId)].join();
    expect(everything).not.toContain(String(scene.carla.id));
    // The group itself hears nothing.
    expect(saidIn(scene, scene.group.id)).toEqual(["", "/animate"]);
  });

  it("is told so in the group, in answer to the photo, where its sender cannot be written to", async () => {
    const scene = await withClip();
    await takesDown(scene);
    const told = await scene.anna.in(scene.group).nextText(/^Somebody in a photo that you sent/);
    expect(told.repliesTo).toBe(scene.photo);
  });

  it("finds that nothing more is made of it there, until the operator allows it again", async () => {
    const scene = await withClip();
    await takesDown(scene);
    const theirs = scene.boris.in(scene.group);
    await theirs.nextText(/^Somebody in a photo that you sent/);
    theirs.says("/animate smile", { id: scene.photo });
    await theirs.nextText(/^Somebody in this picture does not want it shown here/);
    const word = scene.world.visible(scene.operatorId).at(-1);
    const query = { id: "allow", from: scene.inCharge.user, chat_instance: "1", message: word?.message };
    const data = JSON.stringify(word?.message).match(/"(u:[\w-]+)"/)?.[1] ?? "";
    expect(await scene.world.tap({ ...query, data } as never)).toMatchObject({ text: "It may be shown again." });
    theirs.says("/animate smile", { id: scene.photo });
    expect((await theirs.nextClip()).text).toBe("Smile");
  });

  it("finds that a clip which was being made does not come", async () => {
    const scene = await withClip();
    const theirs = scene.boris.in(scene.group);
    scene.renderer.hold();
    theirs.says("/animate wink", { id: scene.photo });
    const status = await theirs.nextText(/^Making the clip/);
    await takesDown(scene);
    scene.renderer.release();
    await theirs.becomes(status, "a word", ({ text }) => text.startsWith("Somebody in this picture does not want it"));
    expect(scene.world.visible(scene.group.id).filter(({ message }) => message.animation !== undefined)).toEqual([]);
  });

  it("can do so a few times a day", async () => {
    const scene = await withClip();
    const [group, chat] = [scene.group, scene.carla.in(scene.group)];
    const answers: (string | undefined)[] = [];
    let clip = scene.clip;
    for (let n = 0; n < 4; n += 1) {
      answers.push((await takesDown({ ...scene, clip })).text?.slice(0, 12));
      const photo = scene.anna.in(group).sendsPhoto(await newPicture());
      chat.says("/animate", { id: photo });
      clip = await chat.next("its clip", ({ kind, repliesTo }) => kind === "clip" && repliesTo === photo);
    }
    expect(answers).toEqual(["It is taken ", "It is taken ", "It is taken ", "You have had"]);
  });

  it("is not asked where nobody else can be: in private, and where the sender looks", async () => {
    const scene = await withClip();
    const theirs = scene.anna.in(scene.group);
    await theirs.taps(scene.clip, "⋯");
    const menu = await theirs.becomes(scene.clip, "a menu", ({ buttons }) => buttons.includes("Report"));
    expect(menu.buttons).not.toContain("This is me: remove");
  });
});
