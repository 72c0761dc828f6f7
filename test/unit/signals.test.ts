import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { onSignals } from "../../src/signals.ts";
import { FakeClock } from "../support/fake-clock.ts";

/** A process that can be sent signals, and what became of it. */
function rig() {
  const clock = new FakeClock();
  const process = Object.assign(new EventEmitter(), { exit: vi.fn<(status: number) => void>() });
  const stop = vi.fn<() => Promise<void>>();
  return { clock, process, stop };
}

describe("a request to end", () => {
  it("puts everything away, and is over when that is done", async () => {
    const { clock, process, stop } = rig();
    stop.mockResolvedValue();
    const ended = onSignals(stop, clock, process);
    expect(stop).not.toHaveBeenCalled();
    process.emit("SIGTERM");
    await ended;
    expect(stop).toHaveBeenCalledOnce();
    expect(process.exit).not.toHaveBeenCalled();
  });

  it("tells what kept it from that", async () => {
    const { clock, process, stop } = rig();
    stop.mockRejectedValue(new Error("the disk is full"));
    const ended = onSignals(stop, clock, process);
    process.emit("SIGINT");
    await expect(ended).rejects.toThrow("the disk is full");
  });

  it("that comes twice within a moment, from the service manager and from npm, is one", async () => {
    const { clock, process, stop } = rig();
    stop.mockReturnValue(new Promise(() => undefined));
    void onSignals(stop, clock, process);
    process.emit("SIGTERM");
    await clock.advance(1999);
    process.emit("SIGTERM");
    expect(stop).toHaveBeenCalledOnce();
    expect(process.exit).not.toHaveBeenCalled();
  });

  it("that is repeated later ends the process at once", async () => {
    const { clock, process, stop } = rig();
    stop.mockReturnValue(new Promise(() => undefined));
    void onSignals(stop, clock, process);
    process.emit("SIGINT");
    await clock.advance(2000);
    process.emit("SIGINT");
    expect(process.exit).toHaveBeenCalledWith(130);
  });
});
