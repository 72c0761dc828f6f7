/** A bug that Keepsake once had, as what has to be changed in today's sources to have it again. */
export interface OldBug {
  readonly name: string;
  readonly what: string;
  readonly changes: readonly Change[];
}

export interface Change {
  readonly file: string;
  /** A text that stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

/** Makes a change. Throws when the source no longer holds what it is about. */
export function changed(source: string, { file, from, to }: Change): string {
  if (source.split(from).length !== 2) throw new Error(`${file} does not hold once what an old bug changes: ${from}`);
  return source.replace(from, () => to);
}

/** What the simulation must find, each put back by itself. */
export const OLD_BUGS: readonly OldBug[] = [
  {
    name: "B1",
    what: "a job that is added while /forget waits for a render to stop is erased, and never answered",
    changes: [
      {
        file: "src/queue/embedded/embedded-queue.ts",
        from: `    await this.#withdraw(selects({ user }), () => {
      this.#parts.ledger.erase(user);
    });`,
        to: `    await this.#withdraw(selects({ user }), () => undefined);
    this.#parts.ledger.erase(user);`,
      },
    ],
  },
  {
    name: "B2",
    what: "whoever has had a clip waits as long as new people keep coming",
    changes: [
      {
        file: "src/queue/embedded/line.ts",
        from: "this.#turns < OPEN_TURNS ? 0 : 1",
        to: "0",
      },
    ],
  },
  {
    name: "B3",
    what: "an undelivered answer of a platform that was switched off keeps its photo for ever",
    changes: [
      { file: "src/queue/embedded/embedded-queue.ts", from: "      this.#undelivered.giveUpUnheard();\n", to: "" },
    ],
  },
  {
    name: "B4",
    what: "a clip that is in upload while its owner says /forget arrives, and nothing can ever remove it",
    changes: [
      {
        file: "src/bots/conversation/arrivals.ts",
        from: "(await isWanted(context, event))) return true;\n",
        to: "(await isWanted(context, event))) return true;\n  return true;\n",
      },
    ],
  },
  {
    name: "B7",
    what: "of two equal clips under two names the second deletes the first, whose asker hears nothing",
    changes: [
      {
        file: "src/store/clips.ts",
        from: "    const known = await this.find(clip);\n    if (known !== null) return known;\n",
        to: "    const known = await this.find(clip);\n    if (known !== null) await this.delete(known.id);\n",
      },
      {
        file: "src/bots/conversation/requests.ts",
        from: "const wish = { ...wished, face: wished.face ?? photo.prominent };",
        to: "const wish = wished;",
      },
      {
        file: "src/bots/conversation/requests.ts",
        from: "face: wish.face ?? photo.prominent,\n      framing",
        to: "face: wish.face,\n      framing",
      },
      {
        file: "src/bots/conversation/clip-delivery.ts",
        from: '    if (clip === null || photo === null) return this.#endInWords(job, address, { key: "press-gone", params: {} });',
        to: "    if (clip === null || photo === null) return;",
      },
    ],
  },
  {
    name: "B9",
    what: "a full disk in a timer is a failure that nobody waited for",
    changes: [
      {
        file: "src/queue/embedded/undelivered.ts",
        from: `    void this.#owed.make(job.id, "An answer that was given up stays on record", () => {
      this.#ledger.answered(job.id);
    });`,
        to: "    this.#ledger.answered(job.id);",
      },
      {
        file: "src/queue/embedded/embedded-queue.ts",
        from: `    void attempt(log, "Old jobs could not be removed", () => {
      ledger.prune(clock.now() - REMEMBER_IDS_MS);
    });`,
        to: "    void log; ledger.prune(clock.now() - REMEMBER_IDS_MS);",
      },
    ],
  },
  {
    name: "B10",
    what: "a metric that cannot be written throws a finished clip away",
    changes: [
      {
        file: "src/queue/render/measured-studio.ts",
        from: `    void attempt(log, "A measurement could not be noted", () => {
      write(measurement);
    });`,
        to: "    write(measurement);",
      },
    ],
  },
  {
    name: "B11",
    what: "one row that cannot be read keeps the bot from starting",
    changes: [
      {
        file: "src/queue/embedded/take-up.ts",
        from: `  for (const job of ledger.removeUnreadable()) log.error({ job }, "A job could not be read; it is begun anew");\n`,
        to: "",
      },
    ],
  },
  {
    name: "B13",
    what: "of every person who ever came something stays in memory",
    changes: [{ file: "src/queue/embedded/embedded-queue.ts", from: "    this.#quota.sweep(clock.now());\n", to: "" }],
  },
  {
    name: "B15",
    what: "one sweep of the journal that fails, and there is no other",
    changes: [
      {
        file: "src/bots/conversation/conversation.ts",
        from: `    await attempt(log, "The journal could not be tidied", async () =>
      journal.sweep(now - REMEMBER_EVENTS_MS, now - ANSWER_WITHIN_MS),
    );`,
        to: `    this.#callOffTidying();
    await attempt(log, "The journal could not be tidied", async () => {
      await journal.sweep(now - REMEMBER_EVENTS_MS, now - ANSWER_WITHIN_MS);
      this.#callOffTidying = clock.after(TIDY_EVERY_MS, () => this.#begin(async () => this.#tidy()));
    });`,
      },
    ],
  },
  {
    name: "B17",
    what: "whoever blocks the bot in private loses what they asked for in a group",
    changes: [
      {
        file: "src/bots/conversation/effect-runner.ts",
        from: "await this.context.queue.cancel({ chat: chatKey(event.chat) });",
        to: "await this.context.queue.cancel({ user: personKey(event.chat, event.from) });",
      },
    ],
  },
  {
    name: "H2",
    what: "photos are fetched and kept before anybody asks whether there is room for them",
    changes: [
      {
        file: "src/bots/conversation/requests.ts",
        from: "      else await this.#refuse(id, wish, why);",
        to: "      else {\n        await intake.see(id, wish);\n        await this.#refuse(id, wish, why);\n      }",
      },
    ],
  },
  {
    name: "L8",
    what: "what was noted of somebody's settings stays for ever",
    changes: [{ file: "src/store/disk-store.ts", from: "    this.settings.sweep(now - UNUSED_MS);\n", to: "" }],
  },
  {
    name: "talk",
    what: "who has answered a clip in a group is remembered after /forget, and when the clip is gone",
    changes: [
      { file: "src/bots/conversation/effect-runner.ts", from: ", parts.talk]);", to: "]);" },
      {
        file: "src/bots/conversation/conversation.ts",
        from: "    this.#talk.sweep(now - policy.retentionHours * HOUR_MS);",
        to: "    void policy;",
      },
    ],
  },
  {
    name: "mark",
    what: "the mark on a photo is put and taken away at once, and stays when the two overtake each other",
    changes: [
      {
        file: "src/bots/conversation/seen-marks.ts",
        from: "    return this.#turns.take(`${chatKey(message.chat)} ${message.id}`, async () => port.react?.(message, seen));",
        to: "    return port.react(message, seen);",
      },
    ],
  },
  {
    name: "last word",
    what: "where a status message cannot be changed, the answer that should stand there is never said",
    changes: [
      {
        file: "src/bots/conversation/last-word.ts",
        from: '(error.code !== "noMessage" && error.code !== "refused")',
        to: 'error.code !== "noMessage"',
      },
    ],
  },
];
