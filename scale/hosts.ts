import { spawnSync } from "node:child_process";
import { createServer, connect as dial } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "./crowd.ts";
import { closeNetwork, cutOff, HOSTS, inNetworkOf, losePackets, OWN_ADDRESS, openNetwork, putBack } from "./network.ts";
import { ScaleRig } from "./rig.ts";

const RENDER_MS = 1500;
/** Each way; there and back is twice as long. */
const DELAY_MS = 100;
const CUT_MS = 15_000;

interface Found {
  readonly what: string;
  readonly ok: boolean;
}

/** Workers with networks of their own, and a bridge between them and the bot: other machines as far as the network can tell. */
export async function hosts(): Promise<readonly Found[]> {
  if (process.getuid?.() !== 0 || spawnSync("ip", ["netns"]).status !== 0) {
    return [{ what: "not tried: networks of their own need root, and the program ip", ok: true }];
  }
  openNetwork();
  try {
    return [await whileCutOff(), await slowly(), await withLosses()];
  } finally {
    closeNetwork();
  }
}

async function whileCutOff(): Promise<Found> {
  return served("20 people, three photos each, one host cut off for 15 s", async (rig) => {
    for (const host of HOSTS) await rig.startWorkers(settingsOf(rig), inNetworkOf(host));
    return async () => {
      await sleep(3000);
      cutOff(HOSTS[0]);
      await sleep(CUT_MS);
      putBack(HOSTS[0]);
    };
  });
}

async function slowly(): Promise<Found> {
  return served("the same with 200 ms there and back", async (rig) => {
    const port = await slowDoorTo(rig.redis.port);
    const url = `redis://${OWN_ADDRESS}:${port}`;
    for (const host of HOSTS) await rig.startWorkers({ ...settingsOf(rig), url }, inNetworkOf(host));
    return async () => Promise.resolve();
  });
}

async function withLosses(): Promise<Found> {
  return served("the same with 2 % of all packets lost", async (rig) => {
    for (const host of HOSTS) {
      losePackets(host, 2);
      await rig.startWorkers(settingsOf(rig), inNetworkOf(host));
    }
    return async () => Promise.resolve();
  });
}

function settingsOf(rig: ScaleRig) {
  return { places: 2, renderMs: RENDER_MS, url: `redis://${OWN_ADDRESS}:${rig.redis.port}` };
}

/** Has a crowd served by the workers that `start` starts, while the trouble that it returns is made. */
async function served(what: string, start: (rig: ScaleRig) => Promise<() => Promise<void>>): Promise<Found> {
  const rig = await ScaleRig.open(["--bind", OWN_ADDRESS, "127.0.0.1", "--protected-mode", "no"]);
  try {
    const makeTrouble = await start(rig);
    const remote = await rig.openRemote();
    const line = await rig.openLine(remote);
    const [{ answers, failed, seconds }] = await Promise.all([serve(line, 20, 3), makeTrouble()]);
    await line.queue.close();
    await sleep(3000);
    const left = await rig.left();
    await remote.close();
    await line.store.close();
    const once = answers.size === 60 && [...answers.values()].every((count) => count === 1);
    return {
      what: `${what}: ${answers.size} answers in ${seconds.toFixed(0)} s, ${failed} failed, ${left.length} keys left`,
      ok: once && failed === 0 && left.length === 0,
    };
  } finally {
    await rig.close();
  }
}

/** A port that passes everything on late, both ways. */
async function slowDoorTo(port: number): Promise<number> {
  const server = createServer((from) => {
    const to = dial(port, "127.0.0.1");
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.on("data", (bytes) => setTimeout(() => other.write(bytes), DELAY_MS));
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, OWN_ADDRESS, resolve));
  server.unref();
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
