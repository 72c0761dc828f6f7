import { vi } from "vitest";

/** Waits until a check passes. */
export async function soon(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 10_000, interval: 5 });
}
