import { describe, expect, it } from "vitest";
import { RateLimits } from "../../../../src/bots/telegram/rate-limits.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

/** Lets `count` messages to chats go; resolves with the times in seconds at which they went. */
async function send(
  count: number,
  to: (i: number) => { chat: string; group: boolean },
  seconds = 600,
): Promise<number[]> {
  const clock = new FakeClock();
  const limits = new RateLimits(clock);
  const start = clock.now();
  const times: number[] = [];
  for (let i = 0; i < count; i++) void limits.take(to(i)).then(() => times.push((clock.now() - start) / 1000));
  await clock.advance(seconds * 1000);
  return times;
}

/** The most that fall into any stretch of so many seconds. */
const most = (times: readonly number[], seconds: number): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + seconds).length));

describe("rate limits", () => {
  it("let one message a second into a private chat", async () => {
    expect(await send(5, () => ({ chat: "a", group: false }))).toEqual([0, 1, 2, 3, 4]);
  });

  it("let twenty a minute into a group", async () => {
    const times = await send(50, () => ({ chat: "g", group: true }));
    expect(times).toHaveLength(50);
    expect(most(times, 60)).toBe(20);
  });

  it("let thirty a second out in all, and forget none", async () => {
    const times = await send(200, (i) => ({ chat: `chat ${i}`, group: false }));
    expect(times).toHaveLength(200);
    expect(most(times, 1)).toBe(30);
    expect(Math.max(...times)).toBeLessThan(8);
  });

  it("leave what may be dropped when a group has little room", async () => {
    const clock = new FakeClock();
    const limits = new RateLimits(clock);
    const group = { chat: "g", group: true };
    const dropped: boolean[] = [];
    for (let i = 0; i < 20; i++) {
      dropped.push(!(await limits.take(group, true)));
      await clock.advance(1000);
    }
    expect(dropped.filter((left) => !left)).toHaveLength(12);
    expect(await limits.take(group)).toBe(true);
  });

  it("keep a chat quiet for as long as Telegram asks, and only that one", async () => {
    const clock = new FakeClock();
    const limits = new RateLimits(clock);
    await limits.take({ chat: "a", group: false });
    limits.block({ chat: "a", group: false }, 30);
    const start = clock.now();
    const times = new Map<string, number>();
    for (const chat of ["a", "b"])
      void limits.take({ chat, group: false }).then(() => times.set(chat, clock.now() - start));
    await clock.advance(60_000);
    expect(Object.fromEntries(times)).toEqual({ a: 30_000, b: 0 });
  });
});
