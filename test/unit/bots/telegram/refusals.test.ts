import { expect, it } from "vitest";
import { TelegramRefusal } from "../../../../src/bots/telegram/refusals.ts";

it("what Telegram's status says is not read out of its words", () => {
  const wordy = new TelegramRefusal("sendMessage", 400, "Bad Request: chat 1409 not found: 401 tries");
  expect(wordy).toMatchObject({ code: "refused", status: 400, isConflict: false, isTokenRefused: false });
  expect(new TelegramRefusal("getUpdates", 409, "Conflict").isConflict).toBe(true);
  expect(new TelegramRefusal("getMe", 401, "Unauthorized")).toMatchObject({
    code: "unreachable",
    isTokenRefused: true,
  });
});

it("what is too old to be deleted is still there, unlike what cannot be found", () => {
  const tooOld = "Bad Request: message can't be deleted for everyone";
  expect(new TelegramRefusal("deleteMessage", 400, tooOld).code).toBe("refused");
  expect(new TelegramRefusal("deleteMessage", 400, "Bad Request: message can't be deleted").code).toBe("refused");
  expect(new TelegramRefusal("deleteMessage", 400, "Bad Request: message to delete not found").code).toBe("noMessage");
});
