import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { PhotoEvent } from "../../../../src/bots/port/chat-event.ts";
import { UserError } from "../../../../src/errors.ts";
import type { DiskSpace } from "../../../../src/store/room.ts";
import { FakeClock, settle } from "../../../support/fake-clock.ts";
import { openParts, type PartsOptions } from "../../../support/fake-platform/bot-parts.ts";
import { SlowPort } from "../../../support/fake-platform/slow-port.ts";
import { facesInARow, HeldStudio } from "../../../support/held-studio.ts";

async function open(options: PartsOptions = {}) {
  const clock = new FakeClock();
  const studio = new HeldStudio();
  const parts = await openParts(clock, studio, options);
  const port = new SlowPort();
  await parts.conversation.connect(port);
  await parts.queue.start();
  onTestFinished(async () => {
    studio.release();
    await parts.close();
  });
  const kept = async () => (await parts.store.usage()).photos;
  return { ...parts, port, studio, clock, kept };
}

/** Until it is so; the machine may be busy with other things. */
const soon = async (check: () => void | Promise<void>) => vi.waitFor(check, 15_000);

let next = 0;

/** A photo of somebody's, in a chat of their own unless another is named. */
function photo(person = "anna", more: { readonly album?: string; readonly group?: string } = {}): PhotoEvent {
  const n = String(++next);
  const { album, group } = more;
  return {
    id: `slow-${n}`,
    chat: { platform: "slow", id: group ?? person, group: group !== undefined },
    from: { id: person, language: "en" },
    kind: "photo",
    photo: { file: { id: `file ${n}`, unique: n, bytes: 1000 }, message: n },
    ...(album !== undefined && { album }),
  };
}

function photos(count: number, person?: string, more?: Parameters<typeof photo>[1]): PhotoEvent[] {
  return Array.from({ length: count }, () => photo(person, more));
}

describe("whoever may have no clip", () => {
  it("is told so before anything is fetched, and nothing of it is kept", async () => {
    const { conversation, port, kept } = await open({ limits: { clipsPerUserPerHour: 1 } });
    const [first, ...others] = photos(12);
    for (const event of [first!, ...others]) await conversation.handle(event);
    await soon(() => expect(port.clips).toEqual([first!.photo.message]));
    for (const {
      photo: { message },
    } of others) {
      await soon(() => expect(port.about(message)).toEqual([expect.stringMatching(/^You have had as many clips/)]));
    }
    expect(port.fetched).toEqual([first!.photo.file.id]);
    expect(await kept()).toBe(1);
  });

  it("hears the same where the line is full, of others or of one's own", async () => {
    const { conversation, port, studio } = await open({ limits: { waitingPerUser: 2, waiting: 3 }, concurrency: 1 });
    studio.hold();
    await conversation.handle(photo("zoe"));
    await soon(() => expect(studio.looks).toBe(1));
    await settle();
    const [own, others] = [photos(3, "anna"), photos(2, "boris")];
    for (const event of [...own, ...others]) await conversation.handle(event);
    await soon(() => expect(port.about(own[2]!.photo.message)[0]).toMatch(/^Several of your clips are waiting/));
    await soon(() => expect(port.about(others[1]!.photo.message)[0]).toMatch(/^I am very busy just now/));
    await soon(() => expect(port.fetched).toHaveLength(4));
  });

  it("gets a clip that was made before all the same", async () => {
    const { conversation, port } = await open({ limits: { clipsPerUserPerHour: 1 } });
    const event = photo();
    await conversation.handle(event);
    await soon(() => expect(port.clips).toHaveLength(1));
    await conversation.handle({ ...event, id: "again", photo: { ...event.photo, message: "again" } });
    await soon(() => expect(port.clips).toEqual([event.photo.message, "again"]));
    expect(port.fetched).toHaveLength(1);
  });

  it("keeps the place only as long as it is needed", async () => {
    const { conversation, port, studio } = await open({ limits: { clipsPerUserPerHour: 1, waitingPerUser: 1 } });
    studio.lookFailures.push(new UserError("damaged"));
    await conversation.handle(photo());
    await soon(() => expect([...port.texts.values()].at(-1)).toMatch(/^This picture is damaged/));
    await conversation.handle(photo());
    await soon(() => expect(port.clips).toHaveLength(1));
  });
});

describe("photos sent at once", () => {
  it("are taken in the order in which they came, also by somebody new", async () => {
    const { conversation, port, studio, clock } = await open({ limits: { waitingPerUser: 4 } });
    port.saying = async () => new Promise((resolve) => clock.after(1000, resolve));
    studio.hold();
    const five = photos(5);
    for (const event of five) await conversation.handle(event);
    await soon(async () => {
      await clock.advance(1000);
      expect(port.fetched).toEqual(five.slice(0, 4).map(({ photo: { file } }) => file.id));
    });
    await soon(async () => {
      await clock.advance(1000);
      expect(port.about(five[4]!.photo.message)[0]).toMatch(/^Several of your clips are waiting/);
    });
    studio.release();
    await soon(async () => {
      await clock.advance(1000);
      expect(port.clips).toEqual(five.slice(0, 4).map(({ photo: { message } }) => message));
    });
  });

  it("as an album of ten are a line of ten", async () => {
    const { conversation, port } = await open();
    const ten = photos(10, "anna", { album: "holidays", group: "family" });
    for (const event of ten) await conversation.handle(event);
    await soon(() => expect(port.clips).toEqual(ten.map(({ photo: { message } }) => message)));
  });

  it("keep nobody else of the group from theirs", async () => {
    const { conversation, port, studio } = await open();
    studio.hold();
    for (const event of photos(10, "anna", { album: "holidays", group: "family" })) await conversation.handle(event);
    const boris = photo("boris", { group: "family" });
    await conversation.handle(boris);
    await soon(() => expect(port.fetched).toHaveLength(11));
    studio.release();
    await soon(() => expect(port.clips).toHaveLength(11));
    expect(port.clips.indexOf(boris.photo.message)).toBeLessThan(3);
  });

  it("that are left over of an album get one word, also where nobody is served", async () => {
    const { conversation, port, clock, kept } = await open({ limits: { waitingPerUser: 4 } });
    const album = photos(10, "anna", { album: "holidays" });
    for (const event of album) await conversation.handle(event);
    await soon(() => expect(port.clips).toHaveLength(4));
    await clock.advance(1000);
    await soon(() => expect(port.about(album[4]!.photo.message)[0]).toMatch(/^6 photos of the album are left over/));
    expect(await kept()).toBe(4);

    const closed = await open({ policy: { allowedChats: ["somebody-else"] } });
    for (const event of photos(5, "eve", { album: "all" })) await closed.conversation.handle(event);
    await closed.clock.advance(1000);
    await soon(() => expect([...closed.port.texts.values()]).toEqual([expect.stringMatching(/^This bot serves/)]));
    expect(closed.port.fetched).toEqual([]);
  });

  it("are fetched one at a time for each person, and eight at a time in all", async () => {
    const { conversation, port, clock } = await open();
    port.coming = async () => new Promise((resolve) => clock.after(1000, resolve));
    for (let person = 0; person < 12; person++)
      for (const event of photos(2, `person-${person}`)) await conversation.handle(event);
    await soon(() => expect(port.fetching).toBe(8));
    await soon(async () => {
      await clock.advance(1000);
      expect(port.clips).toHaveLength(24);
    });
    expect(port.mostFetching).toBe(8);
  });
});

describe("a photo that comes to nothing", () => {
  it("is not kept: there is no face that could be animated", async () => {
    const { conversation, port, studio, kept } = await open();
    studio.faces = [];
    await conversation.handle(photo());
    await soon(() => expect([...port.texts.values()].at(-1)).toMatch(/^There seems to be no face/));
    studio.faces = facesInARow(1, [1]);
    await conversation.handle(photo());
    await soon(() => expect([...port.texts.values()].at(-1)).toMatch(/^This face is turned too far/));
    await soon(async () => expect(await kept()).toBe(0));
  });

  it("is kept while another face can be chosen", async () => {
    const { conversation, port, studio, kept } = await open();
    studio.faces = facesInARow(2, [1]);
    await conversation.handle({ ...photo(), wish: { face: 1 } });
    await soon(() => expect([...port.texts.values()].at(-1)).toMatch(/^This face is turned too far/));
    expect(await kept()).toBe(1);
  });
});

describe("what may be kept", () => {
  const MB = 1_000_000;

  it("is a share for each person, and others are served", async () => {
    const { conversation, port, kept } = await open({ limitBytes: 500 * MB, limits: { clipsPerUserPerHour: 1000 } });
    const large = (event: PhotoEvent): PhotoEvent => ({
      ...event,
      photo: { ...event.photo, file: { ...event.photo.file, bytes: 20 * MB } },
    });
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    port.coming = async () => coming;
    const four = photos(4).map(large);
    for (const event of four) await conversation.handle(event);
    await soon(() => expect(port.about(four[3]!.photo.message)[0]).toMatch(/^You have as many photos here/));
    await conversation.handle(large(photo("boris")));
    await soon(() => expect(port.fetched).toHaveLength(2));
    expect(await kept()).toBe(0);
    come();
    await soon(() => expect(port.clips).toHaveLength(4));
  });

  it("is a hundred photos of each person at most", async () => {
    const { conversation, port, store, kept } = await open({
      limitBytes: 5000 * MB,
      limits: { clipsPerUserPerHour: 1000 },
    });
    for (let n = 0; n < 100; n++) {
      const known = { platform: "slow", owner: "slow:anna", chat: "slow:anna", source: `old-${n}` };
      await store.photos.put(known, Buffer.from("photo"));
    }
    const event = photo();
    await conversation.handle(event);
    await soon(() => expect(port.about(event.photo.message)[0]).toMatch(/^You have as many photos here/));
    expect(await kept()).toBe(100);
  });

  it("leaves a tenth of the disk free; what was taken before is brought, and the operator is told once", async () => {
    const disk: { -readonly [K in keyof DiskSpace]: DiskSpace[K] } = { total: 1000 * MB, free: 500 * MB };
    const { conversation, port, studio, clock, kept, logged } = await open({ limitBytes: 5000 * MB, disk: () => disk });
    studio.hold();
    const [before, after, later] = [photo(), photo(), photo("boris")];
    await conversation.handle(before);
    await soon(() => expect(studio.looks).toBe(1));
    disk.free = 99 * MB;
    await clock.advance(6000);
    for (const event of [after, later]) {
      await conversation.handle(event);
      await soon(() => expect(port.about(event.photo.message)[0]).toMatch(/^There is no room for anything new/));
    }
    studio.release();
    await soon(() => expect(port.clips).toEqual([before.photo.message]));
    expect(await kept()).toBe(1);
    expect(port.fetched).toEqual([before.photo.file.id]);
    expect(logged.filter((line) => line.includes("DATA_LIMIT is near"))).toHaveLength(1);
    disk.free = 500 * MB;
    await clock.advance(6000);
    await conversation.handle(photo("boris"));
    await soon(() => expect(port.clips).toHaveLength(2));
  });

  it("limits the clips of a photo that is kept, too", async () => {
    const disk: { -readonly [K in keyof DiskSpace]: DiskSpace[K] } = { total: 1000 * MB, free: 500 * MB };
    const { conversation, port, studio, clock, store } = await open({ limitBytes: 5000 * MB, disk: () => disk });
    const event = photo();
    await conversation.handle(event);
    await soon(() => expect(port.clips).toHaveLength(1));
    disk.free = 0;
    await clock.advance(6000);
    const known = await store.photos.findBySource("slow", "slow:anna", `slow:anna/${event.photo.file.unique}`);
    const tap = { id: "tap", kind: "press", press: "tap", data: `m:${known?.id}:1:smile:3`, message: "1" } as const;
    await conversation.handle({ ...tap, chat: event.chat, from: event.from, about: event.photo.message });
    await soon(() => expect(port.about(event.photo.message).at(-1)).toMatch(/^There is no room for anything new/));
    expect(studio.made).toHaveLength(1);
  });
});
