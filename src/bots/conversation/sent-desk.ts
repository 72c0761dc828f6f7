import { MAX_VIDEO_BYTES, type Movement } from "../../pipeline/motion/movement.ts";
import { MAX_SOUND_BYTES, type Song } from "../../pipeline/motion/song.ts";
import type { Text } from "../../texts/texts.ts";
import { type FileRef, personKey } from "../port/chat-port.ts";
import { Places } from "../port/places.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { ClipWish } from "./effects.ts";
import { placeOf } from "./sender.ts";
import { fetchSent, type SentLimits } from "./sent-file.ts";
import type { StatusBoard } from "./status-board.ts";

/** Files of a kind that are in memory at once. One of each person, so that nobody waits for another's second one. */
const ON_THEIR_WAY = { all: 2, each: 1 };

/** What differs between videos and songs. */
interface Kind<Learnt> {
  readonly places: Places;
  /** The name under which is noted that somebody was told what happens to their files. */
  readonly told: string;
  readonly first: "movement-first" | "song-first";
  readonly status: Text;
  readonly limits: SentLimits;
  known(gesture: string): Promise<Learnt | null>;
  study(file: Uint8Array, signal: AbortSignal): Promise<Learnt>;
  keep(gesture: string, owner: string, learnt: Learnt): Promise<void>;
}

function videos({ store: { movements }, studio }: Context): Kind<Movement> {
  return {
    places: new Places(ON_THEIR_WAY),
    told: "movement",
    first: "movement-first",
    status: { key: "status-measuring", params: {} },
    limits: { maxBytes: MAX_VIDEO_BYTES, tooLarge: "videoTooLarge", notFetched: "movement-not-fetched" },
    known: async (gesture) => movements.get(gesture),
    study: async (video, signal) => studio.measure(video, { signal }),
    keep: async (gesture, owner, movement) => movements.put({ gesture, owner, movement }),
  };
}

function sounds({ store: { songs }, studio }: Context): Kind<Song> {
  return {
    places: new Places(ON_THEIR_WAY),
    told: "song",
    first: "song-first",
    status: { key: "status-listening", params: {} },
    limits: { maxBytes: MAX_SOUND_BYTES, tooLarge: "soundTooLarge", notFetched: "song-not-fetched" },
    known: async (gesture) => songs.get(gesture),
    study: async (sound, signal) => studio.listen(sound, { signal }),
    keep: async (gesture, owner, song) => songs.put({ gesture, owner, song }),
  };
}

/** Has movements measured in people's videos, and the beats of their songs and voice notes found. The files are not kept; of a song the bars are that are heard in clips. */
export class SentDesk {
  readonly #videos: Kind<Movement>;
  readonly #sounds: Kind<Song>;
  /** What stops the work on a wish's file, by the wish's journal entry. */
  readonly #underWay = new Map<string, AbortController>();

  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
  ) {
    this.#videos = videos(context);
    this.#sounds = sounds(context);
  }

  /**
   * Sees to it that the movement or the song of a wish is known, unless it is called off. `id` is the wish's journal entry. Throws
   * `UserError` for a file that is of no use, and `SentNotFetched` or `ChatError` for one that cannot be had.
   */
  async learn(id: string, wish: ClipWish): Promise<void> {
    const { movement, music } = wish;
    if (movement !== undefined) await this.#learnFrom(id, wish, movement, this.#videos);
    if (music !== undefined) await this.#learnFrom(id, wish, music, this.#sounds);
  }

  /** Stops the work on the file of a wish that nobody has any more; its place is free for the next one. */
  callOff(id: string): void {
    this.#underWay.get(id)?.abort(new Error("the wish was withdrawn"));
  }

  async #learnFrom<Learnt>(id: string, wish: ClipWish, file: FileRef, kind: Kind<Learnt>): Promise<void> {
    const { gesture, asker } = wish;
    if ((await kind.known(gesture)) !== null) return;
    const { journal } = this.context;
    const owner = personKey(asker.chat, asker.from);
    const calling = new AbortController();
    const { signal } = calling;
    this.#underWay.set(id, calling);
    const leave = await kind.places.take(owner);
    try {
      if (signal.aborted || (await journal.get(id)) === null) return;
      // The wish that had the place before may have been for the same file.
      if ((await kind.known(gesture)) !== null) return;
      await this.#tellOnce(wish, kind);
      this.board.show(id, kind.status, "looking");
      const bytes = await fetchSent(portOf(this.context, asker.chat), file, kind.limits);
      signal.throwIfAborted();
      const learnt = await kind.study(bytes, signal);
      // Their asking to be forgotten comes first.
      if ((await journal.get(id)) !== null) await kind.keep(gesture, owner, learnt);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#underWay.delete(id);
      leave();
    }
  }

  /** What happens to such files is told before somebody's first one is fetched. */
  async #tellOnce({ asker }: ClipWish, { told, first }: Pick<Kind<unknown>, "told" | "first">): Promise<void> {
    const { chat, from } = asker;
    if (!(await this.context.store.settings.claim(personKey(chat, from), told))) return;
    const words = { text: textsOf(asker).say(first), onlyFor: from.id };
    await portOf(this.context, chat).say(placeOf(asker), words);
  }
}
