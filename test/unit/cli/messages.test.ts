import { describe, expect, it } from "vitest";
import { messageFor } from "../../../src/cli/messages.ts";
import { type ErrorParams, UserError, type UserErrorCode } from "../../../src/errors.ts";

const raised: Readonly<Record<UserErrorCode, ErrorParams>> = {
  notAnImage: { kind: "video" },
  unsupportedFormat: { format: "PSD" },
  fileTooLarge: { megabytes: 31.5, limit: 20 },
  tooManyPixels: { width: 9000, height: 9000, megapixels: 81, limit: 64 },
  sideTooLong: { width: 40_000, height: 2, limit: 30_000 },
  tooSlowToRead: {},
  damaged: {},
  noFace: {},
  noSuchFace: { face: 4, faces: 3 },
  faceTooSmall: { face: 1, width: 12 },
  faceTurnedAway: { face: 1 },
  noSuchGesture: { gesture: "dance", gestures: "blink, nod" },
  gestureDoesNotSuit: { gesture: "wink" },
  clipTooLarge: { bytes: 9000, limit: 1000 },
  cannotCutOut: {},
  tooMuchMemory: {},
  tooMuchTime: {},
  videoUnreadable: {},
  videoTooLarge: {},
  videoTooLong: {},
  videoTooShort: {},
  videoNoFace: {},
  videoSeveralFaces: {},
  videoFaceLost: {},
  videoStill: {},
  soundUnreadable: {},
  soundTooLarge: {},
  soundTooLong: {},
  soundTooShort: {},
  soundNoBeat: {},
};

describe("messageFor", () => {
  it.each(Object.entries(raised) as [UserErrorCode, ErrorParams][])(
    "%s says its figures in whole sentences",
    (code, params) => {
      const message = messageFor(new UserError(code, params));
      for (const [name, value] of Object.entries(params)) {
        if (!["kind", "face", "width", "bytes"].includes(name) || code === "noSuchFace")
          expect(message).toContain(String(value));
      }
      expect(message).toMatch(/^[A-Z].*[.]$/);
      expect(message).not.toMatch(/undefined|\?/);
    },
  );
});
