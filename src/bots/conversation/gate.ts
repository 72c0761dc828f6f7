import type { Refusal, RefusalReason } from "../../queue/contract/queue.ts";
import type { ComingPhoto, Lack } from "../../store/room.ts";
import type { Text } from "../../texts/texts.ts";
import { chatKey, personKey } from "../port/chat-port.ts";
import type { Context } from "./context.ts";
import type { Asker } from "./effects.ts";

/** From here on the operator is told that little more can be kept, and from there on it is news again. */
const NEARLY_FULL = 0.9;
const ROOMY = 0.8;

const REFUSALS = {
  userFull: "refused-user-full",
  chatFull: "refused-chat-full",
  lineFull: "refused-line-full",
  quota: "refused-quota",
} as const satisfies Record<RefusalReason, string>;

const LACKS = { room: "refused-no-room", share: "refused-share" } as const satisfies Record<Lack, string>;

/** Who wants a clip, and of what. */
export interface Wanted {
  readonly asker: Pick<Asker, "chat" | "from">;
  /** The photo that is to be fetched for it; null when it is kept already. */
  readonly photo: ComingPhoto | null;
}

/**
 * Decides whether there is room for a clip, in the line and on the disk, and keeps both until it is in line. It is asked before
 * anything is fetched, and in the order in which things arrive: nobody's photo is taken and then refused.
 */
export class Gate {
  #warned = false;

  constructor(private readonly context: Pick<Context, "queue" | "store" | "log">) {}

  /**
   * Lets the event of this id in, or says why not. `promised`: its person was told so before a restart, so it is let in.
   * Once for an id; `leave` in any case.
   */
  async enter(id: string, { asker: { chat, from }, photo }: Wanted, promised = false): Promise<Text | null> {
    const { queue, store } = this.context;
    const refusal = await queue.reserve({ id, user: personKey(chat, from), chat: chatKey(chat) }, promised);
    if (refusal !== null) return textOf(refusal);
    const lack = promised ? null : store.room.claim(id, photo);
    this.#watch();
    if (lack === null) return null;
    await queue.release(id);
    return { key: LACKS[lack], params: {} };
  }

  /** What was let in is in line with all that it needs, or will not be. */
  async leave(id: string): Promise<void> {
    this.context.store.room.release(id);
    await this.context.queue.release(id);
  }

  #watch(): void {
    const { room } = this.context.store;
    const { fullness } = room;
    if (fullness < ROOMY) this.#warned = false;
    if (fullness < NEARLY_FULL || this.#warned) return;
    this.#warned = true;
    const { used, capacity } = room;
    this.context.log.warn({ used, capacity }, "little more can be kept: DATA_LIMIT is near, or the disk is");
  }
}

/** What to say about a job that the line does not take. */
export function textOf({ reason, minutes }: Refusal): Text {
  const key = REFUSALS[reason];
  return key === "refused-user-full" ? { key, params: {} } : { key, params: { minutes } };
}
