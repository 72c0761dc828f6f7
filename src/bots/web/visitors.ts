import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** A visitor's id, made from their cookie by a one-way function: whoever reads an id cannot be that visitor. */
export const VISITOR_ID = /^[\w-]{22}$/;

/** The first of the two signatures is missing in cookies that earlier versions have given. */
const COOKIE = /^([\w-]{32})\.([0-9a-z]{1,9})(?:\.([\w-]{43}))?\.([\w-]{43})$/;

/** What visitors' cookies are signed with, and how long they hold. */
export interface VisitorsOptions {
  /** The key of everything at rest, in base64. */
  readonly dataKey: string;
  /** The invitation's secret; with a new one all visits wait for an invitation again. */
  readonly secret: string | undefined;
  /** How long a cookie holds after it was given. */
  readonly lifetimeSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Makes and reads visitors' cookies. Nothing of them is kept: a cookie is 192 random bits and the time when it was given, with our
 * signatures, so nobody can choose one. One of them goes with the invitation's secret and lets in; the other one says whose cookie
 * it is and no more, so that whoever comes back with a new invitation finds their album.
 */
export class Visitors {
  readonly #key: Buffer;
  readonly #ownKey: Buffer;
  readonly #options: VisitorsOptions;

  constructor(options: VisitorsOptions) {
    const { dataKey, secret } = options;
    this.#options = options;
    const keyFor = (use: string): Buffer =>
      Buffer.from(hkdfSync("sha256", Buffer.from(dataKey, "base64"), "", `keepsake ${use}`, 32));
    this.#key = keyFor(`visitors ${secret ?? ""}`);
    this.#ownKey = keyFor("whose cookie");
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

  /**
   * A cookie for the same visitor that holds from now on, or null for one that is none of ours, or too old. One that was given under
   * an earlier secret is renewed as well: ask first whether they may come in.
   */
  renew(cookie: string | undefined): string | null {
    const [, token = "", at = "", own = ""] = COOKIE.exec(cookie ?? "") ?? [];
    const isOwn = isSame(own, sign(this.#ownKey, token, at)) && this.#holds(at);
    return isOwn || this.tokenOf(cookie) !== null ? this.#given(token) : null;
  }

  /** What makes a visitor that visitor, or null for a cookie that is none of ours, or too old. */
  tokenOf(cookie: string | undefined): string | null {
    const [, token = "", at = "", , signature = ""] = COOKIE.exec(cookie ?? "") ?? [];
    return isSame(signature, sign(this.#key, token, at)) && this.#holds(at) ? token : null;
  }

  #given(token: string): string {
    const at = this.#seconds().toString(36);
    return `${token}.${at}.${sign(this.#ownKey, token, at)}.${sign(this.#key, token, at)}`;
  }

  /** Whether a cookie that was given then still holds. */
  #holds(at: string): boolean {
    return this.#seconds() - Number.parseInt(at, 36) < this.#options.lifetimeSeconds;
  }

  #seconds(): number {
    return Math.floor(this.#options.now() / 1000);
  }
}

function sign(key: Buffer, token: string, at: string): string {
  return createHmac("sha256", key).update(`${token}.${at}`).digest("base64url");
}

/** Compares secrets without telling by the time it takes how much of them is right. */
export function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
