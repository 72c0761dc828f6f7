import os from "node:os";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { encode } from "uqr";
import { isLoopback, type WebConfig } from "../../config.ts";
import type { Store } from "../../store/store.ts";
import type { Pass } from "./protocol.ts";
import type { Doorkeeper } from "./session.ts";

/** Somebody's other device is at hand. */
const DEVICE_MS = 10 * 60_000;
/** An invitation may lie in a letter box for a while. */
const GUEST_MS = 7 * 24 * 3_600_000;
const PASSES_PER_MINUTE = { rateLimit: { max: 10, timeWindow: "1 minute" } };

export interface PassParts {
  readonly config: WebConfig;
  readonly door: Doorkeeper;
  readonly store: Pick<Store, "passes">;
}

/** Lets a visitor's other devices in as that visitor: the tablet on the shelf has a cookie of its own. */
export function passRoutes(app: FastifyInstance, { config, door, store }: PassParts): void {
  app.post("/api/passes", { config: PASSES_PER_MINUTE }, async (request, reply) => {
    const owner = door.chatOf(request);
    const origin = reachableFrom(request, config);
    if (origin === null) return reply.code(204).send();
    const code = store.passes.give({ visitor: { owner, token: door.tokenOf(request) }, lifetimeMs: DEVICE_MS });
    return reply.header("cache-control", "no-store").send(passTo(`${origin}/album`, code));
  });
}

/** Invites somebody new, once. Null where nobody else can come. */
export function invite(request: FastifyRequest, { config, store }: Omit<PassParts, "door">): Pass | null {
  const origin = reachableFrom(request, config);
  if (origin === null) return null;
  return passTo(`${origin}/`, store.passes.give({ visitor: null, lifetimeMs: GUEST_MS }));
}

/** Where other devices reach the page that somebody at this address sees; null where none can. */
function reachableFrom({ host, hostname }: FastifyRequest, config: WebConfig): string | null {
  if (config.origin !== undefined) return config.origin;
  if (!isLoopback(hostname)) return `http://${host}`;
  const [, port = ""] = /:(\d+)$/.exec(host) ?? [];
  return originInNetwork(config.host, Number(port || 80));
}

/** The page's address for other machines where it listens to any; null where it does not, or there is no network. */
export function originInNetwork(host: string, port: number): string | null {
  if (isLoopback(host)) return null;
  const isAny = host === "0.0.0.0" || host === "::";
  const name = isAny ? ownAddress() : host.includes(":") ? `[${host}]` : host;
  return name === undefined ? null : `http://${name}:${port}`;
}

/** This machine's first address that is not its own alone. */
function ownAddress(): string | undefined {
  const addresses = Object.values(os.networkInterfaces()).flatMap((found) => found ?? []);
  return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}

function passTo(address: string, code: string): Pass {
  const url = `${address}#invite=${code}`;
  const { data, size } = encode(url, { border: 1 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { url, code: `${code.slice(0, 5)}-${code.slice(5)}`, path, size };
}
