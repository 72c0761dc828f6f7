import { vi } from "vitest";

/** Waits until a check passes. */
export async function soon(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, 10_000);
}
