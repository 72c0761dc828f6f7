import { threadId } from "node:worker_threads";
import { afterAll, describe, expect, it } from "vitest";
import { shared } from "../../../../src/pipeline/threads/shared.ts";
import { doAside, Threads } from "../../../../src/pipeline/threads/threads.ts";
import { failing, increasing, leaving, noting } from "../../../support/thread-works.ts";

const threads = new Threads(2);
afterAll(async () => threads.close());

describe("Threads", () => {
  it("do what they are given elsewhere, and tell what was found", async () => {
    const [thread, found] = await threads.do(increasing, { by: 2 }, Float32Array.of(1, 5));
    expect(found).toEqual(Float32Array.of(3, 7));
    expect(thread).not.toBe(threadId);
  });

  it("share work out", async () => {
    const where = await Promise.all([1, 2].map(async (by) => threads.do(increasing, { by }, new Float32Array(1))));
    expect(new Set(where.map(([thread]) => thread)).size).toBe(2);
  });

  it("each do one after the other, also those that wait for something", async () => {
    const [thread] = threads.all();
    await Promise.all([thread!.do(noting, "first", 20), thread!.do(noting, "second")]);
    expect(await thread!.do(noting, "third")).toEqual(["first", "second", "third"]);
  });

  it("tell what work failed with, and are fit for the next one", async () => {
    await expect(threads.do(failing, "too far")).rejects.toThrow(new RangeError("too far"));
    expect((await threads.do(increasing, { by: 1 }, Float32Array.of(1)))[1]).toEqual(Float32Array.of(2));
  });

  it("fail instead of waiting for ever when one of them ends, which is replaced for the next work", async () => {
    const [first] = threads.all();
    const waiting = first!.do(noting, "never");
    waiting.catch(() => undefined);
    await expect(first!.do(leaving)).rejects.toThrow("a thread ended with code 3");
    await expect(first!.do(noting, "later")).rejects.toThrow("a thread ended with code 3");
    expect(threads.all()[0]).not.toBe(first);
    expect(await threads.all()[0]!.do(noting, "anew")).toEqual(["anew"]);
  });

  it("are done without where there are none", async () => {
    expect((await doAside(undefined, increasing, { by: 1 }, Float32Array.of(1)))[0]).toBe(threadId);
  });
});

describe("shared", () => {
  it("keeps what part of a memory held, where threads see one and the same", async () => {
    const part = Float32Array.of(9, 1, 5).subarray(1);
    const numbers = shared(part);
    expect(numbers).toEqual(Float32Array.of(1, 5));
    expect(numbers.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect((await threads.do(increasing, { by: 1 }, numbers))[1]).toEqual(Float32Array.of(2, 6));
    expect(shared(Uint8Array.of(1, 2))).toEqual(Uint8Array.of(1, 2));
  });
});
