import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Records } from "./database.ts";

/** Letters and figures that nobody takes for one another (Crockford's base 32). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 50 random bits, for something that lasts a week and works once. */
const LENGTH = 10;

/** What lets somebody in once. */
export interface NewPass {
  /** The visitor who comes in by it as on another device, or null for somebody new. */
  readonly visitor: { readonly owner: string; readonly token: string } | null;
  readonly lifetimeMs: number;
}

/** Who came in by a pass: a visitor's token, or null for somebody new. */
export interface UsedPass {
  readonly token: string | null;
}

const passRow = z.object({ token: z.string().nullable(), expiresAt: z.number() });

/** Passes that wait to be used. Only a keyed digest of each is kept. */
export type Passes = Omit<DiskPasses, "sweep" | "dropOf">;

/** The passes among the other records. */
export class DiskPasses {
  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {}

  /** Makes a pass: a code that can be typed. */
  give({ visitor, lifetimeMs }: NewPass): string {
    const code = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
    this.records.run(
      "INSERT INTO passes (digest, owner, token, expiresAt) VALUES (:digest, :owner, :token, :expiresAt)",
      {
        digest: this.records.digest(code),
        owner: visitor?.owner ?? null,
        token: visitor?.token ?? null,
        expiresAt: this.now() + lifetimeMs,
      },
    );
    return code;
  }

  /** Uses a pass up, however it was typed; null for what is none, or no longer. */
  use(typed: string): UsedPass | null {
    const code = typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
    const sql = "DELETE FROM passes WHERE digest = :digest RETURNING token, expiresAt";
    const [pass] = this.records.all(passRow, sql, { digest: this.records.digest(code) });
    return pass === undefined || pass.expiresAt <= this.now() ? null : { token: pass.token };
  }

  /** Removes the passes of a visitor. */
  dropOf(owner: string): void {
    this.records.run("DELETE FROM passes WHERE owner = :owner", { owner });
  }

  /** Removes those that nobody used in time. */
  sweep(): void {
    this.records.run("DELETE FROM passes WHERE expiresAt <= :now", { now: this.now() });
  }
}
