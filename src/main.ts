import { join } from "node:path";
import type { Logger } from "pino";
import { Conversation } from "./bots/conversation/conversation.ts";
import { gestureBookOf } from "./bots/conversation/driver-gestures.ts";
import { SHIPPED_EXAMPLE } from "./bots/conversation/examples.ts";
import { adaptersOf } from "./bots/platforms.ts";
import type { Adapter } from "./bots/port/adapter.ts";
import { limitsPerAddress } from "./bots/web/address-shares.ts";
import { systemClock } from "./clock.ts";
import { type Config, ConfigError, loadConfig, renderEnvironment, secretsOf } from "./config.ts";
import { firstStartLines, isFirstStart } from "./first-start.ts";
import { Health } from "./health/health.ts";
import { LastErrors } from "./health/last-errors.ts";
import { keepToOurselves } from "./least-privilege.ts";
import { createLog } from "./log.ts";
import { ownVersion } from "./own-version.ts";
import { DRIVERS_FOLDER, type Driver, loadDrivers } from "./pipeline/motion/drivers.ts";
import { ensureIdentity, IdentityError, readIdentity } from "./provenance/identity.ts";
import { openSigner, type Signer } from "./provenance/sign.ts";
import { forgetUser } from "./queue/forget.ts";
import { openQueue } from "./queue/open-queue.ts";
import { onSignals } from "./signals.ts";
import { DiskStore } from "./store/disk-store.ts";
import { DiskJournal } from "./store/journal.ts";
import { ensureKey } from "./store/key.ts";

/** How long running jobs may go on after SIGTERM; what is not done by then is done after the next start. */
const DRAIN_MS = 8000;
const HOUR_MS = 3_600_000;

async function main(): Promise<void> {
  // What nobody reads any more, or a full disk does not take, must not end the bot.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const config = loadConfig();
  const app = await assemble(config);
  // Timers alone do not keep a process alive, and a bot must live while it waits.
  setInterval(() => undefined, HOUR_MS);
  let ending = false;
  const stop = async () => {
    ending = true;
    return app.stop();
  };
  const ended = onSignals(stop, systemClock, process);
  await app.start().catch((error: unknown) => {
    if (!ending) throw error;
  });
  await ended;
  // All is put away; a library that still tries to reach its platform is not to be waited for.
  process.exit(0);
}

/** Puts the parts together. Nothing is taken from a platform, and no work is done, until `start`. */
async function assemble(config: Config) {
  const settings = join(process.cwd(), ".env");
  const isFirst = isFirstStart(config.dataDir);
  const dataKey = config.dataKey ?? (await ensureKey(settings, isFirst));
  const lastErrors = new LastErrors();
  const log = createLog(config.logLevel, [...secretsOf(config), dataKey], undefined, (line) => lastErrors.note(line));
  await keepToOurselves(settings, log, process);
  // Node would print it past the log, secrets and all, and end the bot for everybody.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "A failure that nobody waited for"));
  const clock = systemClock;
  const store = await openStore(config, dataKey, log);
  const keyFile = config.dataKey === undefined ? settings : null;
  if (isFirst) process.stdout.write(firstStartLines({ ...config, keyFile }));
  const watched = { queue: async () => queue.stats(), renderMemory: () => memory(), errors: () => lastErrors.list };
  const health = new Health({ store, clock, ...watched });
  const signer = await signerOf(config, log);
  const { queue, studio, workers, memory, close } = await queueOf(config, { store, health, signer, log });
  health.watch(workers);
  const gestures = gestureBookOf(readDrivers(log));
  const conversation = new Conversation({
    example: SHIPPED_EXAMPLE,
    queue,
    store,
    journal: new DiskJournal(store.records, () => clock.now()),
    gestures,
    studio,
    policy: config,
    clock,
    log,
    forget: async (person) => forgetUser(queue, store, person),
    ports: new Map(),
  });
  const perAddress = limitsPerAddress(config);
  const keptForMs = Number.isFinite(config.retentionHours) ? config.retentionHours * HOUR_MS : null;
  const own = { store, queue, studio, dataKey, health, gestures, perAddress, keptForMs };
  const adapters = adaptersOf(config, { conversation, clock, log, ...own });
  health.expect(adapters);
  /** Each platform by itself, so that one which cannot be reached keeps none of the others waiting. */
  const open = async (adapter: Adapter): Promise<void> => {
    // First who we are: with a wrong token nothing that waits must be tried, and lost.
    const line = await adapter.connect();
    const missing =
      config.operatorContact === undefined ? "; OPERATOR_CONTACT is not set, so /privacy names nobody" : "";
    process.stdout.write(`${line}${missing}\n`);
    await conversation.connect(adapter.port);
    await adapter.start();
    health.opened(adapter);
  };
  return {
    async start(): Promise<void> {
      await queue.start();
      await Promise.all(adapters.map(open));
    },
    async stop(): Promise<void> {
      await Promise.all(adapters.map(async (adapter) => adapter.stop()));
      await queue.drain(DRAIN_MS);
      await conversation.close(DRAIN_MS);
      for (const adapter of adapters) adapter.close();
      await close();
      await store.close();
    },
  };
}

async function openStore({ dataDir, dataLimit, retentionHours }: Config, key: string, log: Logger): Promise<DiskStore> {
  const kept = { retentionMs: retentionHours * HOUR_MS, limitBytes: dataLimit };
  return DiskStore.open({ dataDir, key, ...kept, now: () => systemClock.now(), log });
}

/** Who signs clips: the operator, or this installation. Throws ConfigError for files of the operator's that do not go together. */
async function signerOf({ signing, dataDir }: Config, log: Logger): Promise<Signer | undefined> {
  try {
    const made = join(dataDir, "c2pa");
    return openSigner(await (signing === undefined ? ensureIdentity(made, systemClock.now()) : readIdentity(signing)));
  } catch (error) {
    if (signing !== undefined && error instanceof IdentityError) {
      throw new ConfigError([`C2PA_CERT, C2PA_KEY: ${error.message}`]);
    }
    log.error({ err: error }, "There is nothing to sign clips with: they go out with their other marks");
    return undefined;
  }
}

interface QueueParts {
  readonly store: DiskStore;
  readonly health: Health;
  readonly signer: Signer | undefined;
  readonly log: Logger;
}

/** The queue, which tells `health` of what it renders and refuses. */
async function queueOf(config: Config, { store, health, signer, log }: QueueParts): ReturnType<typeof openQueue> {
  return openQueue({
    store,
    renderers: config.renderers,
    remote: config.remote && { ...config.remote, version: ownVersion() },
    enhance: config.enhance,
    markCorner: config.markCorner,
    environment: renderEnvironment(config),
    limits: { clipsPerUserPerHour: config.clipsPerUserPerHour, waiting: config.queueLength },
    log,
    signer,
    onUnsigned: () => {
      health.unsigned();
    },
    onRendered: (how) => {
      health.rendered(how);
    },
    onRefused: (reason, platform) => {
      health.refused(reason, platform);
    },
    onEnded: (end) => {
      health.ended(end);
    },
  });
}

function readDrivers(log: Logger): readonly Driver[] {
  const { drivers, problems, remarks } = loadDrivers(DRIVERS_FOLDER);
  for (const problem of problems) log.warn({ problem }, "a driver was left out");
  for (const remark of remarks) log.warn({ remark }, "a driver has a field that is not read");
  return drivers;
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
});
