import { describe, expect, it } from "vitest";
import { encodeAction } from "../../../../src/bots/conversation/choice.ts";
import type { Facts } from "../../../../src/bots/conversation/facts.ts";
import { reduce } from "../../../../src/bots/conversation/reduce.ts";
import type { ChatEvent, PressEvent } from "../../../../src/bots/port/chat-event.ts";
import type { ClipRecord, Delivery, PhotoRecord } from "../../../../src/store/record-types.ts";

const chat = { platform: "web", id: "1", group: false } as const;
const group = { platform: "web", id: "9", group: true } as const;
const anna = { id: "anna" };
const boris = { id: "boris" };
const choice = { photo: "p", face: 1, framing: "portrait", gesture: "smile", level: 3 } as const;

const photo: PhotoRecord = {
  id: "p",
  platform: "web",
  owner: "web:anna",
  chat: "web:9",
  source: "s",
  createdAt: 0,
  faces: null,
  prominent: null,
  takenDown: false,
};
const down: PhotoRecord = { ...photo, takenDown: true };
const clip = { id: "c", photo: "p", face: 1, gesture: "smile", strength: 1 } as ClipRecord;
const delivery: Delivery = { platform: "web", chat: "web:9", message: "5", photo: "p", clip: "c", user: "web:boris" };

const nothing: Facts = {
  allowed: true,
  admin: false,
  photo: null,
  clip: null,
  delivery: null,
  working: false,
  replaceable: null,
  knowsGesture: false,
  choice: null,
  shown: null,
  inPlace: false,
  latest: false,
  talkedAbout: false,
};

function press(
  kind: "make" | "file" | "askDelete" | "keep" | "delete" | "askTakeDown" | "takeDown",
  from = anna,
): PressEvent {
  const data = encodeAction({ kind, choice });
  return { id: "e", chat: group, from, kind: "press", press: "tap", data, message: "5", about: "4" };
}

/** What is done, in one word each, with the text that is said. */
function deeds(event: ChatEvent, facts: Partial<Facts> = {}): string[] {
  return reduce(event, { ...nothing, ...facts }).map((effect) => {
    const text = "text" in effect ? effect.text.key : undefined;
    return text === undefined ? effect.do : `${effect.do} ${text}`;
  });
}

describe("a tap", () => {
  it.each([
    ["makes a clip that there is not", press("make"), { photo }, ["notice press-on-it", "make"]],
    ["sends one that there is", press("make"), { photo, clip }, ["notice press-on-it", "resend"]],
    ["says when it is the one shown", press("make"), { photo, clip, delivery }, ["notice press-shown"]],
    ["says when it is being made", press("make"), { photo, working: true }, ["notice press-already"]],
    ["sends a file", press("file"), { photo, clip }, ["notice press-on-it", "resend"]],
    ["makes a clip whose file is wanted and gone", press("file"), { photo }, ["notice press-on-it", "make"]],
    ["says when the photo is gone", press("make"), {}, ["notice press-gone"]],
    ["says so in another chat, too", press("make"), { photo: { ...photo, chat: "web:1" } }, ["notice press-gone"]],
    ["is ended without a word where the bot is not allowed", press("make"), { photo, allowed: false }, ["notice"]],
    ["asks before it deletes", press("askDelete"), { photo }, ["notice", "buttons"]],
    ["deletes the photo for its owner", press("delete"), { photo, delivery }, ["notice deleted", "deletePhoto"]],
    [
      "deletes their clip for who asked for it",
      press("delete", boris),
      { photo, delivery },
      ["notice deleted-clip", "deleteClip"],
    ],
    ["deletes nothing for others", press("delete", { id: "clara" }), { photo, delivery }, ["notice press-not-yours"]],
    ["does not even ask others", press("askDelete", { id: "clara" }), { photo, delivery }, ["notice press-not-yours"]],
    [
      "deletes everything for the operator",
      press("delete", boris),
      { photo, admin: true },
      ["notice deleted", "deletePhoto"],
    ],
    [
      "deletes for moderators",
      press("delete", { id: "m", moderator: true } as never),
      { photo },
      ["notice deleted", "deletePhoto"],
    ],
    ["asks whoever says that they are in the picture", press("askTakeDown", boris), { photo }, ["notice", "buttons"]],
    ["takes it down for them", press("takeDown", boris), { photo }, ["takeDown"]],
    ["of the sender's asks about deleting instead", press("takeDown"), { photo }, ["notice", "buttons"]],
    ["makes nothing of what was taken down", press("make"), { photo: down }, ["notice press-is-down"]],
    ["sends nothing of it either", press("file"), { photo: down, clip }, ["notice press-is-down"]],
    [
      "to allow it again is the operator's",
      { ...press("make"), data: "u:p" },
      { photo: down },
      ["notice press-strange"],
    ],
    [
      "of the operator's allows it again",
      { ...press("make"), data: "u:p" },
      { photo: down, admin: true },
      ["notice press-restored", "restore"],
    ],
    ["brings the buttons back", press("keep"), { photo }, ["notice", "buttons"]],
    ["is always ended", { ...press("make"), data: "?" }, { photo }, ["notice press-strange"]],
    ["of a report is the operator's", { ...press("make"), data: "r:p" }, { photo }, ["notice press-strange"]],
    [
      "of a report deletes",
      { ...press("make"), data: "r:p" },
      { photo, admin: true },
      ["notice deleted", "deletePhoto"],
    ],
  ])("%s", (_, event, facts, expected) => expect(deeds(event, facts)).toEqual(expected));

  it("answers the photo, as the clip under it did", () => {
    expect(reduce(press("make"), { ...nothing, photo })[1]).toMatchObject({
      wish: { asker: { replyTo: "4" }, face: 1, gesture: "smile", level: 3 },
    });
  });
});

describe("a gesture that somebody typed", () => {
  const event: ChatEvent = {
    id: "e",
    chat,
    from: anna,
    kind: "photo",
    photo: { file: { id: "f", unique: "u" }, message: "3" },
    wish: { gesture: "wink" },
  };
  it.each([
    [true, "wink"],
    [false, "nostalgia"],
  ])("known: %s", (knowsGesture, gesture) => {
    expect(reduce(event, { ...nothing, knowsGesture })).toMatchObject([{ do: "make", wish: { gesture } }]);
  });
});

describe("a wish in words", () => {
  const event: ChatEvent = { id: "e", chat, from: anna, kind: "wish", wish: { gesture: "smile" }, message: "8" };
  const shown = {
    platform: "telegram",
    chat: "telegram:1",
    message: "7",
    photo: photo.id,
    clip: "c",
    user: "telegram:1",
  };
  const known = { ...nothing, photo, choice, inPlace: true, delivery: shown };

  it.each([
    ["is made", null],
    ["is there already", clip],
  ])("for a clip that %s is answered below the words, and the clip before stays without its buttons", (_, made) => {
    const [effect] = reduce(event, { ...known, clip: made });
    const after = { message: "7", clip: "c", stays: true };
    expect(effect).toMatchObject(made === null ? { wish: { after } } : { after });
  });

  it("in private takes the place of the clip that was shown last", () => {
    const [effect] = reduce(event, { ...known, latest: true });
    expect(effect).toMatchObject({ wish: { after: { message: "7", clip: "c" } } });
    expect(JSON.stringify(effect)).not.toContain("stays");
    const [inGroup] = reduce({ ...event, chat: group }, { ...known, latest: true });
    expect(inGroup).toMatchObject({ wish: { after: { stays: true } } });
  });

  it.each([
    ["that are about another photo", { delivery: { ...shown, photo: "other" } }],
    ["that are about a picture of the faces", { delivery: { ...shown, clip: null } }],
    ["on platforms where clips do not take each other's place", { inPlace: false }],
  ])("changes no message by words %s", (_, facts) => {
    expect(JSON.stringify(reduce(event, { ...known, ...facts }))).not.toContain("after");
  });
});

describe("what else comes in", () => {
  const base = { id: "e", chat, from: anna, message: "3" };
  const command = (
    name: "start" | "help" | "privacy" | "forget" | "report" | "animate" | "file",
    about?: string,
  ): ChatEvent => ({
    ...base,
    kind: "command",
    name,
    ...(about === undefined ? {} : { about }),
  });
  const last = { delivery, inPlace: true, latest: true };
  const wish: ChatEvent = { ...base, kind: "wish", wish: { gesture: "smile" } };

  it.each([
    ["/start", command("start"), {}, ["start"]],
    ["/start in a group", { ...command("start"), chat: group }, {}, ["say start-group"]],
    ["/help", command("help"), {}, ["say help"]],
    ["/animate without a photo", command("animate"), {}, ["say animate-send"]],
    ["/animate in a group without a photo", { ...command("animate"), chat: group }, {}, ["say animate-what"]],
    ["/animate about a clip, not understood", command("animate", "5"), { delivery }, ["offerWishes"]],
    ["a wish without a photo", wish, {}, ["say animate-send"]],
    ["a wish in a group about nothing", { ...wish, chat: group }, {}, []],
    ["a wish about a photo", wish, { photo, choice }, ["make"]],
    ["a wish that was fulfilled before", wish, { photo, choice, clip }, ["resend"]],
    ["a wish for what the last clip shows", wish, { photo, choice, clip, ...last }, ["say press-shown"]],
    ["a wish for something else", wish, { photo, choice, clip: { ...clip, id: "d" }, ...last }, ["resend"]],
    ["a wish that is being fulfilled", wish, { photo, choice, working: true }, ["say press-already"]],
    ["a wish about what was taken down", wish, { photo: down, choice }, ["say press-is-down"]],
    ["a wish where the bot is not allowed", wish, { photo, choice, allowed: false }, ["refuseChat"]],
    ["thanks", { ...base, kind: "other", what: "thanks" }, {}, ["say wish-welcome"]],
    ["words about a photo, not understood", { ...base, kind: "other", what: "text" }, { photo }, ["offerWishes"]],
    ["/file without a clip", command("file"), {}, ["say file-what"]],
    ["/file about a clip", command("file", "5"), { clip }, ["resend"]],
    ["/report without a clip", command("report"), {}, ["say report-how"]],
    ["/report about a clip", command("report", "5"), { delivery }, ["report"]],
    ["/help where the bot is not allowed", command("help"), { allowed: false }, ["refuseChat"]],
    ["/privacy where the bot is not allowed", command("privacy"), { allowed: false }, ["privacy"]],
    ["/forget where the bot is not allowed", command("forget"), { allowed: false }, ["forget"]],
    ["/report where the bot is not allowed", command("report", "5"), { allowed: false }, ["report"]],
    ["a sticker", { ...base, kind: "other", what: "sticker" }, {}, ["say other-sticker"]],
    ["a sticker in a group", { ...base, chat: group, kind: "other", what: "sticker" }, {}, []],
    ["a goodbye", { ...base, kind: "gone" }, {}, ["withdraw"]],
    ["a photo", { ...base, kind: "photo", photo: { file: { id: "f", unique: "u" }, message: "3" } }, {}, ["make"]],
    [
      "a photo where the bot is not allowed",
      { ...base, kind: "photo", photo: { file: { id: "f", unique: "u" }, message: "3" } },
      { allowed: false },
      ["refuseChat"],
    ],
  ] as [string, ChatEvent, Partial<Facts>, string[]][])("%s", (_, event, facts, expected) =>
    expect(deeds(event, facts)).toEqual(expected),
  );
});
