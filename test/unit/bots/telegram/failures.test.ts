import { describe, expect, it, vi } from "vitest";
import { badGateway, blockedByUser, flood } from "../../../support/fake-telegram/failures.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { TOKEN } from "../../../support/fake-telegram/server.ts";

describe("when Telegram asks to wait", () => {
  it.each(["sendAnimation", "getFile"])("%s waits, and nothing is lost", async (method) => {
    // Here a clip always has a message of its own.
    const { user, script, telegram } = await startRig({ oldServer: true });
    script.fail(method, flood(4), 2);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextClip();
    const refused = await vi.waitFor(() => {
      const calls = telegram.calls(method);
      expect(calls.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
      return calls.filter(({ status }) => status === 429);
    });
    expect(refused).toHaveLength(2);
    const [first, second] = refused;
    // Four seconds of the bot's clock, which runs ten times as fast as ours.
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(390);
    expect(chat.seen().filter(({ kind }) => kind === "clip")).toHaveLength(1);
  });
});

describe("when Telegram stumbles", () => {
  it.each([
    ["answers 502 with a page", badGateway],
    ["drops the connection", { kind: "drop" }],
    ["does not answer", { kind: "hang" }],
  ] as const)(
    "and %s, calls are tried again",
    async (_, failure) => {
      const { user, script } = await startRig({ speed: 40 });
      for (const method of ["sendMessage", "getFile", "sendAnimation", "getUpdates"]) script.fail(method, failure);
      const chat = user().private();
      chat.sendsPhoto(await newPicture());
      await chat.nextClip(40_000);
      expect(chat.seen().filter(({ kind }) => kind === "clip")).toHaveLength(1);
    },
    40_000,
  );

  it("another program with the same token does not end the bot", async () => {
    const { user, telegram, logged } = await startRig();
    await fetch(`${telegram.url}/bot${TOKEN}/getUpdates?timeout=1`);
    const chat = user().private();
    chat.says("/help");
    await chat.nextText(/Send a photo/);
    expect(logged.join("")).toContain("only one may run with a token");
  });

  it.each([
    ["ends half way", { kind: "cut" }],
    ["stops half way", { kind: "stall" }],
    ["is refused with 502", { kind: "refuse", status: 502 }],
    ["is dropped", { kind: "drop" }],
    ["is slow", { kind: "slow", pieces: 10, everyMs: 50 }],
  ] as const)("and a download %s, the photo still comes through", async (_, failure) => {
    const { user, script } = await startRig();
    script.failFile(failure);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextClip();
  });

  it("a photo that cannot be fetched at all is asked for once more", async () => {
    const { user, script } = await startRig();
    script.failFile({ kind: "drop" }, 10);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextText("I could not download your photo. Please send it once more.");
  });

  it("a copy that Telegram no longer has is uploaded again", async () => {
    const { user, world, telegram } = await startRig();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    world.files.delete(clip.message.animation?.file_id ?? "");
    await chat.taps(clip, "Smile");
    const smile = await chat.nextClip();
    await chat.taps(smile, "Come alive");
    const again = await chat.becomes(clip, "as before", ({ text }) => text === "Come alive");
    expect(again.message.animation?.file_id).not.toBe(clip.message.animation?.file_id);
    expect(
      telegram
        .calls("editMessageMedia")
        .map(({ status }) => status)
        .slice(-3),
    ).toEqual([200, 400, 200]);
  });
});

describe("when Telegram takes a clip and its answer is lost", () => {
  it("the clip is sent again, because it may as well not have been taken", async () => {
    const { user, script } = await startRig({ speed: 40, oldServer: true });
    script.fail("sendAnimation", { kind: "dropAfter" });
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextClip();
    await chat.nextClip();
    await vi.waitFor(() => expect(chat.seen().filter(({ text }) => text.startsWith("Sending"))).toEqual([]), 5000);
  });

  it("again and again, it comes three times at most, and then the status says so", async () => {
    const { user, script, telegram, queue } = await startRig({ speed: 40, oldServer: true });
    script.fail("sendAnimation", { kind: "dropAfter" }, 100);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextText(/^I sent the clip, but/);
    expect(telegram.calls("sendAnimation")).toHaveLength(3);
    await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ unanswered: 0 }), 5000);
  });

  it("where nothing can have gone out, it is tried again at once, and comes once", async () => {
    const { user, script, telegram } = await startRig({ speed: 40, oldServer: true });
    script.fail("sendAnimation", flood(1), 2);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextClip();
    expect(telegram.calls("sendAnimation").filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("one that takes another one's place is there once, however often it is tried", async () => {
    const { user, script } = await startRig({ speed: 40 });
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    script.fail("editMessageMedia", { kind: "dropAfter" }, 2);
    await chat.taps(clip, "Smile");
    await chat.becomes(clip, "a smile", ({ text }) => text === "Smile");
    expect(chat.seen()).toHaveLength(1);
  });
});

describe("when somebody blocks the bot", () => {
  it("their clip is not tried for ever, and others are served", async () => {
    const { user, renderer, queue, logged, world } = await startRig();
    renderer.hold();
    const [anna, boris] = [user(), user()];
    const chat = anna.private();
    chat.sendsPhoto(await newPicture());
    await chat.nextText(/^Making the clip/);
    anna.block();
    renderer.release();
    await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0, unanswered: 0 }));
    world.tell({
      my_chat_member: {
        chat: chat.chat,
        from: anna.user,
        date: 1,
        old_chat_member: { status: "member", user: anna.user },
        new_chat_member: { status: "kicked", user: anna.user, until_date: 0 },
      },
    });
    const other = boris.private();
    other.sendsPhoto(await newPicture());
    await other.nextClip();
    expect(logged.join("")).not.toContain('"level":50');
  });

  it("before the clip is there, that is the end of it", async () => {
    const { user, script, queue } = await startRig({ oldServer: true });
    script.fail("sendAnimation", blockedByUser, 5);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0, unanswered: 0 }));
    const other = user().private();
    script.clear();
    other.says("/help");
    await other.nextText(/Send a photo/);
    expect(chat.seen().filter(({ kind }) => kind === "clip")).toEqual([]);
  });
});

describe("updates that we do not know", () => {
  it("change nothing", async () => {
    const { user, world, logged } = await startRig();
    const chat = user().private();
    const from = { id: chat.chat.id, is_bot: false, first_name: "Anna" };
    world.tell({ a_kind_of_2031: { anything: [1, 2, 3] } });
    world.tell({});
    world.tell({ message: { message_id: 1, date: 1, chat: chat.chat, from, hologram: { file_id: "x" } } });
    world.tell({ message: { message_id: 2, date: 1, chat: chat.chat, photo: "not a list", from } });
    world.tell({ message: null });
    world.tell({ callback_query: { id: "q", from, chat_instance: "1" } });
    world.tell({ edited_message: { message_id: 3, date: 1, chat: chat.chat, from, text: "/help" } });
    chat.says("/help");
    await chat.nextText(/Send a photo/);
    expect(chat.seen()).toHaveLength(1);
    expect(logged.filter((line) => line.includes("cannot be read"))).toHaveLength(1);
  });
});

it("the token is in no log line, no record and no message", async () => {
  const { user, script, logged, renderer, store } = await startRig();
  for (const method of ["sendMessage", "getFile", "sendAnimation", "getUpdates"]) {
    script.fail(method, { kind: "drop" });
    script.fail(method, { kind: "html", status: 200 });
  }
  script.failFile({ kind: "drop" }, 2);
  renderer.failures.push(new Error(`https://api.telegram.org/file/bot${TOKEN}/photos/file_1.jpg`));
  const chat = user().private();
  chat.sendsPhoto(await newPicture());
  await chat.nextText(/^Something went wrong/);
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.join("")).not.toContain(TOKEN.split(":")[1]);
  const tables = ["jobs", "journal", "photos", "settings", "deliveries"];
  for (const table of tables) {
    const { z } = await import("zod");
    const rows = store.records.all(z.record(z.string(), z.unknown()), `SELECT * FROM ${table}`);
    expect(JSON.stringify(rows)).not.toContain(TOKEN.split(":")[1]);
  }
});

it("nobody waits for somebody else's slow photo", async () => {
  const { user, script } = await startRig();
  script.failFile({ kind: "stall" }, 20);
  for (let i = 0; i < 20; i++)
    user()
      .private()
      .sendsPhoto(await newPicture());
  const chat = user().private();
  const began = Date.now();
  chat.says("/help");
  await chat.nextText(/Send a photo/);
  expect(Date.now() - began).toBeLessThan(1000);
});
