import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBench } from "../support/fake-telegram/bot-process.ts";
import { newGroup, TestUser } from "../support/fake-telegram/client.ts";
import { badGateway, flood } from "../support/fake-telegram/failures.ts";
import type { Seen } from "../support/fake-telegram/seen.ts";
import { openClip } from "../support/judges/clip.ts";
import type { Frame } from "../support/judges/frame.ts";
import { cutBox, largestChange } from "../support/judges/pictures.ts";
import { anotherPortrait, PORTRAIT, peopleInARow } from "../support/photos.ts";

const RENDER_MS = 90_000;

let bench: Awaited<ReturnType<typeof openBench>>;
let group: Awaited<ReturnType<typeof peopleInARow>>;

beforeAll(async () => {
  bench = await openBench({ OPERATOR_CONTACT: "archive@example.org", ENHANCE: "off" });
  group = await peopleInARow(3);
  await bench.start();
});

afterAll(async () => {
  await bench.close();
});

/** The part of a frame that shows one of the three. */
function cutThird(frame: Frame, person: number): Frame {
  const width = Math.floor(frame.width / 3);
  return cutBox(frame, { x: person * width, y: 0, width, height: frame.height });
}

function everyTenth(frames: readonly Frame[]): Frame[] {
  return frames.filter((_, i) => i % 10 === 0);
}

function someone(language?: string) {
  return new TestUser(bench.telegram, language).private();
}

function bytesOf(clip: Seen): Uint8Array {
  return bench.telegram.world.files.get(clip.message.animation?.file_id ?? "")?.bytes ?? new Uint8Array();
}

describe("the bot as it is started, with the real pipeline", () => {
  it("turns a photo with one face into a clip that plays by itself", async () => {
    const chat = someone();
    const photo = chat.sendsPhoto(PORTRAIT);
    const clip = await chat.nextClip(RENDER_MS);
    expect(clip.repliesTo).toBe(photo);
    const { facts, frames } = await openClip(bytesOf(clip));
    expect(facts).toMatchObject({
      codec: "h264",
      width: clip.message.animation?.width,
      height: clip.message.animation?.height,
    });
    expect(Math.round(frames.length / 25)).toBe(clip.message.animation?.duration);
    const sent = bench.telegram.calls("sendAnimation").at(-1) ?? bench.telegram.calls("editMessageMedia").at(-1);
    expect(JSON.stringify(sent?.params)).toMatch(/"thumbnail[^,]*attach:\/\//);
    expect(chat.seen()).toHaveLength(1);
    // A fast machine is done before the status message may change; what the bot is doing shows above the input all the same.
    expect(bench.telegram.world.actions.map(({ action }) => action)).toContain("record_video");
  });

  it("shows who is who in a group photo, and moves the face that is tapped", async () => {
    const chat = someone();
    chat.sendsPhoto(group);
    const clip = await chat.nextClip(RENDER_MS);
    await chat.taps(clip, "Faces");
    const strip = await chat.becomes(clip, "the faces", ({ kind }) => kind === "picture", RENDER_MS);
    const [current = "", other = ""] = ["• ", ""].map(
      (mark) => strip.rows[0]?.find((label) => label.startsWith("•") === (mark !== "")) ?? "",
    );
    expect((await chat.taps(strip, other)).afterMs).toBeLessThan(1000);
    const second = await chat.becomes(clip, "a clip", ({ text }) => text.startsWith(`Face ${other}`), RENDER_MS);
    expect(second.text).toMatch(new RegExp(`^Face ${other} of 3`));
    expect(Buffer.compare(bytesOf(second), bytesOf(clip))).not.toBe(0);
    await chat.chooses(second, "Blink");
    const isBlink = ({ buttons }: Seen): boolean => buttons.includes("• Blink •");
    const blink = await chat.becomes(clip, "a blink", isBlink, RENDER_MS);
    await chat.chooses(blink, current.replaceAll(/[• ]/g, ""));
    await chat.becomes(
      clip,
      "the first face",
      ({ kind, text }) => kind === "clip" && !text.startsWith(`Face ${other}`),
      RENDER_MS,
    );
    expect(chat.seen()).toHaveLength(1);
  });

  it("moves everyone in the whole photo, and goes back to a single face", async () => {
    const chat = someone();
    chat.sendsPhoto(group);
    const first = await chat.nextClip(RENDER_MS);
    await chat.taps(first, "Everyone");
    const everyone = await chat.becomes(first, "everyone", ({ text }) => text.startsWith("Everyone"), RENDER_MS);
    expect(everyone.buttons).toEqual(expect.arrayContaining(["Faces", "• Everyone •", "• Come alive •"]));
    expect(everyone.message.animation).toMatchObject({ width: 1280, height: 426 });
    const { frames } = await openClip(bytesOf(everyone));
    for (const person of [0, 1, 2]) {
      const first = cutThird(frames[0]!, person);
      const changes = everyTenth(frames).map((frame) => largestChange(first, cutThird(frame, person)));
      expect(Math.max(...changes)).toBeGreaterThan(60);
    }
    await chat.chooses(everyone, "2");
    const isBack = ({ kind, text }: Seen): boolean => kind === "clip" && text.startsWith("Face 2 of 3");
    const back = await chat.becomes(first, "one face", isBack, RENDER_MS);
    expect(back.message.animation?.width).toBe(back.message.animation?.height);
  });

  it("takes an album, and a photo sent as a file", async () => {
    const chat = someone("ru");
    const photos = await Promise.all([anotherPortrait(), anotherPortrait()]);
    for (const photo of photos) chat.sendsPhoto(photo, { album: "two" });
    chat.sendsFile(await anotherPortrait(), "image/jpeg");
    for (let i = 0; i < 3; i++) await chat.nextClip(RENDER_MS);
    expect(chat.seen().filter(({ kind }) => kind === "clip")).toHaveLength(3);
  });

  it("works in a group by /animate in answer to a photo", async () => {
    const family = newGroup();
    const [anna, boris] = [new TestUser(bench.telegram).in(family), new TestUser(bench.telegram, "es").in(family)];
    const photo = anna.sendsPhoto(await anotherPortrait());
    boris.says("/animate smile", { id: photo });
    const clip = await boris.nextClip(RENDER_MS);
    expect(clip.repliesTo).toBe(photo);
    expect(clip.buttons).toContain("Compartir");
  });

  it("gets through floods, failures, dropped connections and slow downloads", async () => {
    const { script } = bench.telegram;
    script.fail("sendMessage", flood(1));
    script.fail("getFile", badGateway);
    script.failFile({ kind: "cut" });
    script.failFile({ kind: "slow", pieces: 20, everyMs: 50 });
    script.fail("editMessageText", { kind: "drop" });
    script.fail("sendAnimation", { kind: "drop" });
    script.fail("sendAnimation", flood(2));
    const chat = someone();
    chat.sendsPhoto(await anotherPortrait());
    await chat.nextClip(RENDER_MS);
    expect(chat.seen().filter(({ kind }) => kind === "clip")).toHaveLength(1);
    script.clear();
  });

  it("serves others when somebody blocks it in the middle", async () => {
    const anna = new TestUser(bench.telegram);
    const chat = anna.private();
    const marks = (): number => bench.telegram.calls("setMessageReaction").length;
    const before = marks();
    chat.sendsPhoto(await anotherPortrait());
    // A fast machine says nothing before the clip.
    await bench.telegram.world.until("the mark on the photo", () => (marks() > before ? true : undefined));
    anna.block();
    const other = someone();
    other.sendsPhoto(await anotherPortrait());
    await other.nextClip(RENDER_MS);
  });

  it("forgets everything at once", async () => {
    const chat = someone();
    chat.sendsPhoto(await anotherPortrait());
    const clip = await chat.nextClip(RENDER_MS);
    const before = await filesIn(join(bench.folder, "data"));
    chat.says("/forget");
    await chat.nextText(/^Deleted: your photo/);
    await chat.gone(clip);
    expect((await filesIn(join(bench.folder, "data"))).length).toBe(before.length - 2);
  });

  it("keeps photos, clips and records encrypted, and the key to itself", async () => {
    const env = join(bench.folder, ".env");
    expect((await stat(env)).mode & 0o777).toBe(0o600);
    for (const file of await filesIn(join(bench.folder, "data"))) {
      const text = (await readFile(file)).toString("latin1");
      expect(text).not.toMatch(/JFIF|ftypisom|SQLite format 3|telegram:/);
    }
  });
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("what cannot be animated is answered with what to do", () => {
  const text = async (content: string): Promise<Uint8Array> => Promise.resolve(Buffer.from(content));
  const plain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#739" } });
  const cases: readonly (readonly [string, string, () => Promise<Uint8Array>, RegExp])[] = [
    ["a text named .jpg", "notes.jpg", async () => text("not a picture at all"), /^This file is not a picture/],
    [
      "a page named .png",
      "page.png",
      async () => text("<html><body>hello</body></html>"),
      /^This file is not a picture/,
    ],
    [
      "a PDF",
      "scan.jpg",
      async () => text("%PDF-1.7\n1 0 obj\n"),
      /^This file is not a picture|^This kind of picture cannot be read/,
    ],
    [
      "an SVG",
      "drawing.png",
      async () => text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      /^This file is not a picture|^This kind of picture cannot be read/,
    ],
    [
      "a beginning of a HEIC",
      "phone.heic",
      async () => Promise.resolve(Buffer.from("00000018667479706865696300000000686569636d696631", "hex")),
      /^This picture is damaged/,
    ],
    [
      "a beginning of a photo",
      "cut.jpg",
      async () => (await readFile(PORTRAIT)).subarray(0, 300),
      /^This picture is damaged/,
    ],
    ["a landscape", "sea.jpg", async () => plain(800, 600).jpeg().toBuffer(), /^There seems to be no face/],
    [
      "a gigantic picture",
      "huge.png",
      async () => plain(10_000, 8000).png().toBuffer(),
      /^This picture has too many pixels/,
    ],
  ];

  it.concurrent.each(cases)("%s", async (_, name, make, words) => {
    const chat = someone();
    const file = chat.sendsFile({ bytes: await make(), name }, "image/jpeg");
    const answer = await chat.nextText(words, RENDER_MS);
    expect(answer.repliesTo).toBe(file);
  });
});
