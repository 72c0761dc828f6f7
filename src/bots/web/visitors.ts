import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** A visitor's id, made from their cookie by a one-way function: whoever reads an id cannot be that visitor. */
export const VISITOR_ID = /^[\w-]{22}$/;

const COOKIE = /^([\w-]{32})\.([\w-]{43})$/;

/**
 * Makes and reads visitors' cookies. Nothing of them is kept: a cookie is 192 random bits with our signature, so nobody can
 * choose one. Signed with the invitation's secret too: a new secret ends all visits.
 */
export class Visitors {
  readonly #key: Buffer;

  /** @param dataKey the key of everything at rest, in base64. */
  constructor(dataKey: string, secret: string | undefined) {
    const info = `keepsake visitors ${secret ?? ""}`;
    this.#key = Buffer.from(hkdfSync("sha256", Buffer.from(dataKey, "base64"), "", info, 32));
  }

  /** A cookie for somebody new. */
  create(): string {
    const token = randomBytes(24).toString("base64url");
    return `${token}.${this.#sign(token)}`;
  }

  /** The visitor's id, or null for a cookie that is none of ours. */
  read(cookie: string | undefined): string | null {
    const [, token = "", signature = ""] = COOKIE.exec(cookie ?? "") ?? [];
    if (token === "" || !isSame(signature, this.#sign(token))) return null;
    return createHash("sha256").update(token).digest("base64url").slice(0, 22);
  }

  #sign(token: string): string {
    return createHmac("sha256", this.#key).update(token).digest("base64url");
  }
}

/** Compares secrets without telling by the time it takes how much of them is right. */
export function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
