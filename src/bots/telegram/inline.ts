import type { InlineQuery } from "@grammyjs/types";
import { localeOf } from "../../texts/locales.ts";
import { textsFor } from "../../texts/texts.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { TelegramApi } from "./api.ts";
import { inlineClip } from "./inline-clip.ts";
import { personOf } from "./updates.ts";

/** Telegram shows 50 results at most. */
const MAX_RESULTS = 50;

/** Offers somebody their own recent clips in any chat: the one whose "share" they tapped, or all of them; where there are none, the way to the bot. */
export async function answerInline(api: TelegramApi, conversation: Conversation, query: InlineQuery): Promise<void> {
  const from = personOf(query.from);
  const chat = { platform: "telegram", id: from.id, group: false } as const;
  const clips = await conversation.recentClips({ chat, from }, MAX_RESULTS);
  const chosen = clips.filter(({ id }) => id === query.query.trim());
  const { say } = textsFor(localeOf(from.language));
  const toBot = clips.length > 0 ? {} : { button: { text: say("inline-start"), start_parameter: "inline" } };
  await api.call(
    "answerInlineQuery",
    {
      ...toBot,
      inline_query_id: query.id,
      results: (chosen.length > 0 ? chosen : clips).map((clip) => inlineClip(clip)),
      // Somebody else's clips must never come out of a cache, nor deleted ones.
      is_personal: true,
      cache_time: 0,
    },
    { tries: 2, timeoutMs: 10_000 },
  );
}
