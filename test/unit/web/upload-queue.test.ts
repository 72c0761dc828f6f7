import { expect, it } from "vitest";
import { CallFailed } from "../../../web/src/call-failed.ts";
import { sheetsOf } from "../../../web/src/sheets.ts";
import { type Upload, UploadQueue } from "../../../web/src/uploads/queue.ts";

/** A queue whose posts and clock the test decides about. */
function setUp() {
  let uploads: readonly Upload[] = [];
  let ids = 0;
  const posts: { readonly name: string; readonly end: (failed?: CallFailed) => void }[] = [];
  const timers: { readonly ms: number; readonly then: () => void }[] = [];
  const queue = new UploadQueue({
    post: async ({ name }) =>
      new Promise((resolve, reject) =>
        posts.push({ name, end: (failed) => (failed === undefined ? resolve() : reject(failed)) }),
      ),
    later: (ms, then) => {
      timers.push({ ms, then });
      return () => timers.splice(0);
    },
    onChange: (list) => {
      uploads = list;
    },
    newId: () => String(ids++),
  });
  const add = (...names: string[]): void =>
    queue.add(names.map((name) => ({ name, file: new Blob([]), preview: null })));
  const states = (): string[] => uploads.map(({ name, state }) => `${name} ${state}`);
  return {
    queue,
    add,
    posts,
    timers,
    states,
    list: () => uploads,
    why: () => uploads.map(({ why }) => why?.reason ?? null),
  };
}

/** Lets what was resolved go on. */
const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("sends one photo after the other, in their order", async () => {
  const { add, posts, states } = setUp();
  add("anna", "boris");
  add("clara");
  expect(states()).toEqual(["anna sending", "boris waiting", "clara waiting"]);
  posts[0]?.end();
  await settled();
  expect(posts.map(({ name }) => name)).toEqual(["anna", "boris"]);
  expect(states()).toEqual(["anna sent", "boris sending", "clara waiting"]);
});

it.each(["unreachable", "away", "tooMany", "full"] as const)(
  "waits out what passes (%s), and tries again",
  async (reason) => {
    const { queue, add, posts, timers, states, why } = setUp();
    add("anna", "boris");
    posts[0]?.end(new CallFailed(reason));
    await settled();
    expect([states(), why()]).toEqual([
      ["anna waiting", "boris waiting"],
      [reason, null],
    ]);
    expect(timers.map(({ ms }) => ms)).toEqual([5000]);
    // By time, or because the connection is back.
    queue.goOn();
    expect(timers).toEqual([]);
    expect(posts.map(({ name }) => name)).toEqual(["anna", "anna"]);
  },
);

it.each(["tooLarge", "tooLargeForWay", "strange"] as const)(
  "keeps what fails for good (%s) in sight, and goes on",
  async (reason) => {
    const { queue, add, posts, states, why } = setUp();
    add("anna", "boris");
    posts[0]?.end(new CallFailed(reason));
    await settled();
    expect(states()).toEqual(["anna failed", "boris sending"]);
    expect(why()).toEqual([reason, null]);
    queue.again("0_0");
    posts[1]?.end();
    await settled();
    expect(posts.map(({ name }) => name)).toEqual(["anna", "boris", "anna"]);
  },
);

it("sends nothing that was taken out", async () => {
  const { queue, add, posts, states } = setUp();
  add("anna", "boris", "clara");
  queue.remove("0_1");
  posts[0]?.end();
  await settled();
  expect(posts.map(({ name }) => name)).toEqual(["anna", "clara"]);
  expect(states()).toEqual(["anna sent", "clara sending"]);
});

it("keeps the place of a photo that is sent until the chat shows it, and gives it none when it is gone from there", async () => {
  const { queue, add, posts, list } = setUp();
  add("anna");
  const [upload] = list();
  posts[0]?.end();
  await settled();
  expect(sheetsOf([], list()).map(({ key }) => key)).toEqual([upload?.id]);
  queue.arrived(new Set([upload!.id]));
  expect(sheetsOf([], list())).toEqual([]);
});
