import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** A visitor's id, made from their cookie by a one-way function: whoever reads an id cannot be that visitor. */
export const VISITOR_ID = /^[\w-]{22}$/;

const COOKIE = /^([\w-]{32})\.([0-9a-z]{1,9})\.([\w-]{43})$/;

/** What visitors' cookies are signed with, and how long they hold. */
export interface VisitorsOptions {
  /** The key of everything at rest, in base64. */
  readonly dataKey: string;
  /** The invitation's secret; a new one ends all visits. */
  readonly secret: string | undefined;
  /** How long a cookie holds after it was given. */
  readonly lifetimeSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Makes and reads visitors' cookies. Nothing of them is kept: a cookie is 192 random bits and the time when it was given, with our
 * signature, so nobody can choose one.
 */
export class Visitors {
  readonly #key: Buffer;
  readonly #options: VisitorsOptions;

  constructor(options: VisitorsOptions) {
    const { dataKey, secret } = options;
    this.#options = options;
    const info = `keepsake visitors ${secret ?? ""}`;
    this.#key = Buffer.from(hkdfSync("sha256", Buffer.from(dataKey, "base64"), "", info, 32));
  }

  /** A cookie for somebody new. */
  create(): string {
    return this.#given(randomBytes(24).toString("base64url"));
  }

  /** A cookie for the visitor of this token, on another device. */
  admit(token: string): string {
    return this.#given(token);
  }

  /** The visitor's id, or null for a cookie that is none of ours, or too old. */
  read(cookie: string | undefined): string | null {
    const token = this.tokenOf(cookie);
    return token === null ? null : createHash("sha256").update(token).digest("base64url").slice(0, 22);
  }

  /** A cookie for the same visitor that holds from now on, or null where `read` finds nobody. */
  renew(cookie: string | undefined): string | null {
    const token = this.tokenOf(cookie);
    return token === null ? null : this.#given(token);
  }

  /** What makes a visitor that visitor, or null for a cookie that is none of ours, or too old. */
  tokenOf(cookie: string | undefined): string | null {
    const [, token = "", at = "", signature = ""] = COOKIE.exec(cookie ?? "") ?? [];
    if (token === "" || !isSame(signature, this.#sign(token, at))) return null;
    return this.#seconds() - Number.parseInt(at, 36) < this.#options.lifetimeSeconds ? token : null;
  }

  #given(token: string): string {
    const at = this.#seconds().toString(36);
    return `${token}.${at}.${this.#sign(token, at)}`;
  }

  #seconds(): number {
    return Math.floor(this.#options.now() / 1000);
  }

  #sign(token: string, at: string): string {
    return createHmac("sha256", this.#key).update(`${token}.${at}`).digest("base64url");
  }
}

/** Compares secrets without telling by the time it takes how much of them is right. */
export function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
