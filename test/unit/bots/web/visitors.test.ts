import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../../../src/bots/web/language.ts";
import { Origins } from "../../../../src/bots/web/origins.ts";
import { VISITOR_ID, Visitors } from "../../../../src/bots/web/visitors.ts";

const key = randomBytes(32).toString("base64");
const DAY = 86_400;
let now = Date.UTC(2026, 0, 1);

function visitors(secret?: string, dataKey = key): Visitors {
  return new Visitors({ dataKey, secret, lifetimeSeconds: 180 * DAY, now: () => now });
}

describe("visitors", () => {
  it("are known by their cookie, also after a restart, and named by what does not give it away", () => {
    const cookie = visitors().create();
    const id = visitors().read(cookie);
    expect(id).toMatch(VISITOR_ID);
    expect(cookie).not.toContain(id);
    expect(visitors().create()).not.toBe(cookie);
  });

  it("find what is theirs when they come back with a new invitation, and only then", () => {
    const cookie = visitors("first").create();
    const id = visitors("first").read(cookie);
    const back = visitors("second").renew(cookie);
    expect(visitors("second").read(back ?? "")).toBe(id);
    // Cookies of earlier versions have one signature, which goes with the secret.
    const older = cookie.split(".").toSpliced(2, 1).join(".");
    expect(visitors("first").read(older)).toBe(id);
    expect(visitors("second").renew(older)).toBeNull();
    const changed = (cookie.startsWith("A") ? "B" : "A") + cookie.slice(1);
    expect(visitors("second").renew(changed)).toBeNull();
    expect(visitors("second").renew("..")).toBeNull();
  });

  it("are nobody with another key, after a new invitation, or with a changed cookie", () => {
    const cookie = visitors("first").create();
    expect(visitors("second").read(cookie)).toBeNull();
    expect(visitors("first", randomBytes(32).toString("base64")).read(cookie)).toBeNull();
    const changed = (cookie.startsWith("A") ? "B" : "A") + cookie.slice(1);
    expect(visitors("first").read(changed)).toBeNull();
    for (const odd of [undefined, "", "a.b", `${cookie}.`, cookie.split(".")[0]]) {
      expect(visitors("first").read(odd)).toBeNull();
    }
  });
});

describe("a visit", () => {
  it("ends after half a year, wherever the cookie was kept, unless it is renewed", () => {
    const cookie = visitors().create();
    const id = visitors().read(cookie);
    now += 179 * DAY * 1000;
    const renewed = visitors().renew(cookie);
    now += 2 * DAY * 1000;
    expect(visitors().read(cookie)).toBeNull();
    expect(visitors().renew(cookie)).toBeNull();
    expect(visitors().read(renewed ?? "")).toBe(id);
  });

  it("cannot be made longer by whoever has the cookie", () => {
    const [token, at, ...signatures] = visitors().create().split(".");
    const later = (Number.parseInt(at ?? "", 36) + DAY).toString(36);
    expect(visitors().read([token, later, ...signatures].join("."))).toBeNull();
    expect(visitors().renew([token, later, ...signatures].join("."))).toBeNull();
  });
});

describe("origins", () => {
  const own = new Origins({ host: "127.0.0.1", origin: undefined });
  const home = new Origins({ host: "0.0.0.0", origin: undefined });
  const proxied = new Origins({ host: "127.0.0.1", origin: "https://photos.example" });

  it.each([
    [own, "localhost:8484", true],
    [own, "127.0.0.1", true],
    [own, "[::1]:8484", true],
    [own, "192.168.1.5:8484", false],
    [own, "photos.example", false],
    [own, undefined, false],
    [own, "", false],
    [own, "localhost:8484/..", false],
    [home, "192.168.1.5:8484", true],
    [home, "evil.example:8484", false],
    [proxied, "photos.example", true],
    [proxied, "PHOTOS.example", true],
    [proxied, "evil.example", false],
  ])("knows its own names, case %#", (origins, host, known) => {
    expect(origins.knowsHost(host)).toBe(known);
  });

  it("lets only its own pages write", () => {
    expect(own.isOurs("http://localhost:8484", "localhost:8484")).toBe(true);
    expect(own.isOurs("http://localhost:9000", "localhost:8484")).toBe(false);
    expect(own.isOurs(undefined, "localhost:8484")).toBe(false);
    expect(proxied.isOurs("https://photos.example", "127.0.0.1:8484")).toBe(true);
    expect(proxied.isOurs("https://evil.example", "photos.example")).toBe(false);
    expect(proxied.isOurs("http://photos.example", "photos.example")).toBe(false);
  });
});

describe("languages", () => {
  it.each([
    ["de-DE,de;q=0.9,es;q=0.8,en;q=0.7", "de"],
    ["it-IT,it;q=0.9,es;q=0.8,en;q=0.7", "es"],
    ["ru", "ru"],
    ["en;q=0.3, zh-Hant-TW", "zh"],
    ["it", "en"],
    ["ru;q=0, es;q=0.1", "es"],
    ["", "en"],
    [undefined, "en"],
  ])("%s is answered in %s", (header, locale) => {
    expect(languageOf(header)).toBe(locale);
  });
});
