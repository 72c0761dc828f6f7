import { describe, expect, it } from "vitest";
import type { Values } from "../../../../src/store/database.ts";
import type { DiskStore } from "../../../../src/store/disk-store.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";

/** From now on, and until what it returns is called, no record that fits can be written. */
function fill({ records }: DiskStore, fits: (sql: string, values: Values) => boolean): () => void {
  const run = records.run.bind(records);
  records.run = (sql: string, values?: Values) => {
    if (fits(sql, values ?? {})) throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    return run(sql, values);
  };
  return () => {
    records.run = run;
  };
}

describe("on a full disk", () => {
  it("whoever writes is told once that it does not work now, and answered when it does", async () => {
    const { user, store, logged, world } = await startRig();
    const chat = user().private();
    const free = fill(store, (sql) => sql.startsWith("INSERT"));
    chat.says("/help");
    await chat.nextText(/^Something went wrong here/);
    const tries = () =>
      logged.filter((line) => line.includes("an update could not be taken")).length > 2 ? true : undefined;
    await world.until("some tries", () => tries());
    expect(chat.seen()).toHaveLength(1);
    free();
    await chat.nextText(/Send a photo/);
    expect(chat.seen()).toHaveLength(2);
  });

  it("whose photo cannot be kept is told so, and the next one is served", async () => {
    const { user, store } = await startRig();
    const chat = user().private();
    const free = fill(store, (sql) => /INSERT INTO photos|UPDATE journal SET event = NULL/.test(sql));
    chat.sendsPhoto(await newPicture());
    await chat.nextText(/^Something went wrong here/);
    free();
    chat.sendsPhoto(await newPicture());
    await chat.nextClip();
  });

  it("a clip that has gone out is not sent again because that could not be noted", async () => {
    const { user, store, logged, queue, world } = await startRig({ speed: 100 });
    const chat = user().private();
    const free = fill(store, (sql, { added }) => /sent/.test(String(added)) || sql.includes("state = 'answered'"));
    chat.sendsPhoto(await newPicture());
    await chat.nextClip();
    const failures = () => logged.filter((line) => line.includes("job's news did not get through")).length;
    await world.until("some tries", () => (failures() > 2 ? true : undefined));
    free();
    const told = async () => (await queue.stats()).unanswered === 0;
    await expect.poll(told, { timeout: 20_000 }).toBe(true);
    expect(chat.seen().filter(({ kind }) => kind === "clip")).toHaveLength(1);
  });
});
