import type { Random } from "./random.ts";
import type { World } from "./world.ts";

const MINUTE_MS = 60_000;

/** What goes wrong in a world besides what people do. */
export class Weather {
  readonly #random: Random;

  constructor(private readonly world: World) {
    this.#random = world.random.fork("weather");
  }

  /** Spreads the troubles of the scenario over a time. */
  begin(ms: number): void {
    const { troubles } = this.world.scenario;
    this.#often(troubles.restarts, ms, () => this.world.restart());
    this.#often(troubles.outages, ms, () => this.#outage());
    this.#often(troubles.fullDisks, ms, () =>
      this.#fillDisk(this.#random.pick([0.3, 1]) ?? 1, this.#random.between(1000, MINUTE_MS)),
    );
    this.#often(troubles.clockJumps, ms, () => this.jump(this.#random.between(-5, 90) * MINUTE_MS));
    if (troubles.strangeRows) this.#often(1, ms, () => this.#leaveStrangeRow());
    if (troubles.switchedOff) this.#often(1, ms, () => this.#switchOff());
  }

  /** All is well from now on, and a dead process is started. */
  clear(): void {
    const { world } = this;
    world.mortal = false;
    world.disk.full = 0;
    for (const platform of world.platforms) {
      platform.recover();
      platform.mood.losesAnswers = 0;
      platform.mood.refuses = 0;
    }
  }

  /** The clock is put forward or back. */
  jump(ms: number): void {
    this.world.timeline.skew += ms;
    this.world.tell(`the clock jumps by ${ms / MINUTE_MS} minutes`);
  }

  #often(times: number, ms: number, happen: () => void): void {
    for (let n = 0; n < times; n += 1) this.world.timeline.after(this.#random.between(0, ms), happen);
  }

  #outage(): void {
    const platform = this.#random.pick(this.world.platforms);
    if (platform === undefined) return;
    platform.mood.down = true;
    this.world.tell(`${platform.name} is down`);
    this.world.timeline.after(this.#random.between(1000, 3 * MINUTE_MS), () => {
      platform.recover();
      this.world.tell(`${platform.name} is back`);
    });
  }

  /** The disk is full again for a time, in worlds in which it has been. */
  fillDiskAgain(ms: number): void {
    if (this.world.scenario.troubles.fullDisks > 0) this.#fillDisk(1, ms);
  }

  #fillDisk(share: number, ms: number): void {
    const { world } = this;
    world.disk.full = share;
    world.tell("the disk is full");
    world.timeline.after(ms, () => {
      world.disk.full = 0;
      world.fullAt = world.timeline.now;
      world.tell("the disk has room again");
    });
  }

  /** As a version left it that is not this one. */
  #leaveStrangeRow(): void {
    this.world.disk.query(
      "INSERT INTO jobs (id, user, photo, job, state, acceptedAt) VALUES ('strange', 'nobody', 'none', '{}', 'waiting', 0)",
    );
    this.world.tell("an earlier version left a strange row");
    this.world.restart();
  }

  /** Not the only one: without any there is no bot. */
  #switchOff(): void {
    const platform = this.#random.pick(this.world.platforms.slice(1));
    if (platform === undefined) return;
    this.world.off.add(platform.name);
    this.world.tell(`${platform.name} is switched off`);
    this.world.restart();
  }
}
