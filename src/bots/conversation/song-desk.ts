import { MAX_SOUND_BYTES } from "../../pipeline/motion/song.ts";
import { personKey } from "../port/chat-port.ts";
import { Places } from "../port/places.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { ClipWish } from "./effects.ts";
import { placeOf } from "./sender.ts";
import { fetchSent } from "./sent-file.ts";
import type { StatusBoard } from "./status-board.ts";

/** Songs that are in memory at once. One of each person, so that nobody waits for another's second one. */
const ON_THEIR_WAY = { all: 2, each: 1 };
/** The name under which is noted that somebody was told what happens to their music. */
const TOLD = "song";

/** Has the beats of people's songs and voice notes found. Of the files nothing is kept but the bars that are heard in clips. */
export class SongDesk {
  readonly #places = new Places(ON_THEIR_WAY);

  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
  ) {}

  /**
   * Sees to it that the song of a wish is known. `id` is the wish's journal entry. Throws `UserError` for a sound that is of no use, and `SentNotFetched` or
   * `ChatError` for one that cannot be had.
   */
  async learn(id: string, wish: ClipWish): Promise<void> {
    const { music, gesture, asker } = wish;
    if (music === undefined) return;
    const { store, journal, studio } = this.context;
    const owner = personKey(asker.chat, asker.from);
    const leave = await this.#places.take(owner);
    try {
      if ((await store.songs.get(gesture)) !== null || (await journal.get(id)) === null) return;
      await this.#tellOnce(wish);
      this.board.show(id, { key: "status-listening", params: {} }, "looking");
      const limits = { maxBytes: MAX_SOUND_BYTES, tooLarge: "soundTooLarge", notFetched: "song-not-fetched" } as const;
      const song = await studio.listen(await fetchSent(portOf(this.context, asker.chat), music, limits), {});
      // Their asking to be forgotten comes first.
      if ((await journal.get(id)) !== null) await store.songs.put({ gesture, owner, song });
    } finally {
      leave();
    }
  }

  /** What happens to a song is told before somebody's first one is fetched. */
  async #tellOnce({ asker }: ClipWish): Promise<void> {
    const { chat, from } = asker;
    if (!(await this.context.store.settings.claim(personKey(chat, from), TOLD))) return;
    const words = { text: textsOf(asker).say("song-first"), onlyFor: from.id };
    await portOf(this.context, chat).say(placeOf(asker), words);
  }
}
