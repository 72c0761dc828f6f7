import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import { type Clock, pause } from "../../clock.ts";
import { type Studio, StudioFailed } from "../contract/studio.ts";
import { carryOut } from "../render/carry-out.ts";
import type { Order } from "../render/messages.ts";
import { PURPOSE_OF, type Purpose, photoOf } from "../render/purpose.ts";
import { type CarriedOut, StudioByOrders, type TaskOptions } from "../render/studio-by-orders.ts";
import { ErrandLost, type Errands } from "./errands.ts";
import type { OrderParcel } from "./parcels.ts";
import type { Roster } from "./roster.ts";
import type { Sealing } from "./sealing.ts";
import { type Site, Sites, type Taken } from "./sites.ts";

/** This machine among the sites. No worker is called so: their names are longer. */
const HERE = "here";
/** So many workers may die of one order before it is given up. */
const MOST_DEATHS = 2;
/** While nobody can look at a photo its sender waits so long. */
const LONGEST_WAIT_MS = 60_000;
/** How long an order rests that Redis did not take. */
const REST_MS = 1000;

export interface RemoteStudioParts {
  readonly roster: Roster;
  readonly errands: Errands;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
  /** The studio of this machine; null where only workers make clips. */
  readonly local: { readonly studio: Studio; readonly renderers: number } | null;
}

/** What is asked, besides the order itself. */
interface Asked {
  readonly kind: Purpose;
  readonly parcel: OrderParcel;
  readonly options: TaskOptions;
}

/**
 * The studio of several machines: workers that share a Redis with the bot, and this machine itself. Each order goes to a machine
 * that has a place for it; to another one when that machine is gone.
 */
export class RemoteStudio extends StudioByOrders implements Studio {
  /** Where clips can be made. */
  readonly places = new Sites();
  readonly #parts: RemoteStudioParts;
  readonly #end = new AbortController();

  constructor(parts: RemoteStudioParts) {
    super();
    this.#parts = parts;
    parts.roster.on("change", () => {
      this.#setSites();
    });
    this.#setSites();
  }

  settled(job: string): void {
    this.#parts.errands.settle(this.#parts.sealing.nameOf(job));
  }

  forget(photos: readonly string[]): void {
    const { local, errands, sealing } = this.#parts;
    local?.studio.forget(photos);
    this.places.forget(photos);
    errands.call({ call: "forget", photos: photos.map((photo) => sealing.nameOf(photo)) });
  }

  async close(): Promise<void> {
    this.#end.abort(new StudioFailed("crash", "The studio was closed"));
    await Promise.all([this.#parts.local?.studio.close(), this.#parts.errands.close()]);
  }

  #setSites(): void {
    const { local, roster } = this.#parts;
    const here: Site[] = local === null ? [] : [{ id: HERE, room: { look: 1, render: local.renderers, convert: 1 } }];
    const workers = roster.usable().map(({ id, places }) => ({ id, room: { look: 1, render: places, convert: 1 } }));
    this.places.set([...here, ...workers]);
  }

  protected override async perform(order: Order, given: Uint8Array, options: TaskOptions): Promise<CarriedOut> {
    const asked: Asked = { kind: PURPOSE_OF[order.kind], parcel: { order, given }, options };
    const found = await this.#resumed(asked);
    if (found !== null) return found;
    for (let deaths = 0; ; ) {
      const taken = await this.#place(asked);
      try {
        return await this.#carryOut(taken, asked);
      } catch (error) {
        if (!(error instanceof ErrandLost)) throw error;
        this.#end.signal.throwIfAborted();
        this.#parts.log.warn(error.message);
        deaths += error.died ? 1 : 0;
        if (deaths >= MOST_DEATHS) throw new StudioFailed("crash", "Workers died of an order, and it was given up");
        await pause(this.#parts.clock, REST_MS, asked.options.signal);
      } finally {
        taken.release();
      }
    }
  }

  /** What a process before this one had given to a worker, and what came of it. */
  async #resumed({ kind, options }: Asked): Promise<CarriedOut | null> {
    const { job } = options;
    if (job === undefined) return null;
    const { errands, sealing } = this.#parts;
    // Where Redis cannot be reached, the work is done anew.
    const underway = await errands.underway(sealing.nameOf(job)).catch(() => null);
    if (underway === null) return null;
    const taken = this.places.takeAt(underway.worker, kind);
    try {
      return await errands.resume(underway, options);
    } catch (error) {
      if (error instanceof ErrandLost) return null;
      throw error;
    } finally {
      taken.release();
    }
  }

  /** A place for it. What has no job waits for a minute only, since somebody waits for it before everything else. */
  async #place({ kind, parcel: { order }, options: { job, signal } }: Asked): Promise<Taken> {
    const patience = new AbortController();
    const callOff = this.#parts.clock.after(LONGEST_WAIT_MS, () => {
      if (job === undefined) patience.abort(new StudioFailed("timeout", "Nobody has come who could do it"));
    });
    const ends = [patience.signal, this.#end.signal, ...(signal === undefined ? [] : [signal])];
    try {
      return await this.places.take(kind, photoOf(order), AbortSignal.any(ends));
    } finally {
      callOff();
    }
  }

  async #carryOut({ site }: Taken, { kind, parcel, options }: Asked): Promise<CarriedOut> {
    const { job } = options;
    const { local, errands, sealing } = this.#parts;
    if (site === HERE && local !== null) return carryOut(local.studio, parcel.order, parcel.given, options);
    const name = job === undefined ? randomBytes(18).toString("base64url") : sealing.nameOf(job);
    const carriedOut = await errands.run(site, kind, name, this.#nameless(parcel), options);
    if (job === undefined) errands.settle(name);
    return carriedOut;
  }

  /** The order as workers get it: they know photos by names that tell nothing. */
  #nameless({ order, given }: OrderParcel): OrderParcel {
    if (!("request" in order) || order.request.id === undefined) return { order, given };
    return {
      order: { ...order, request: { ...order.request, id: this.#parts.sealing.nameOf(order.request.id) } },
      given,
    };
  }
}
