import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import {
  GatewayDispatchEvents as Dispatch,
  GatewayCloseCodes,
  type GatewayDispatchEvents,
  type GatewayIdentifyData,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayResumeData,
} from "discord-api-types/v10";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION, BOT, TOKEN, type World } from "./world.ts";

const HEARTBEAT_MS = 41_250;
const PRIVILEGED = GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;

/** One shard's session: what it was told, so that a resumed connection is told what it missed. */
interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly told: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

/** Discord's gateway, as its documentation describes it. */
export class FakeGateway {
  readonly sessions = new Map<string, Session>();
  readonly identified: GatewayIdentifyData[] = [];
  resumes = 0;
  /** From now on new connections are turned away. */
  closed = false;
  turnedAway = 0;
  url = "";
  readonly #server: WebSocketServer;

  constructor(
    http: Server,
    private readonly world: World,
  ) {
    this.#server = new WebSocketServer({ server: http, path: "/gateway" });
    this.#server.on("connection", (socket) => this.#welcome(socket));
  }

  /** Tells the shard that is responsible; what it misses waits for it. */
  tell(event: GatewayDispatchEvents, data: object, guild: string | null): void {
    for (const session of this.sessions.values()) {
      const [shard, of] = session.shard;
      const responsible = guild === null ? 0 : Number((BigInt(guild) >> 22n) % BigInt(of));
      if (shard === responsible) this.#dispatch(session, event, data);
    }
  }

  /** Ends all connections, as a broken line does. */
  drop(): void {
    for (const session of this.sessions.values()) session.socket?.terminate();
  }

  stop(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    if (this.closed) {
      this.turnedAway += 1;
      this.world.changed();
      socket.terminate();
      return;
    }
    const send = (op: GatewayOpcodes, d: unknown): void => socket.send(JSON.stringify({ op, d, s: null, t: null }));
    send(GatewayOpcodes.Hello, { heartbeat_interval: HEARTBEAT_MS });
    socket.on("message", (raw: Buffer) => {
      const { op, d } = JSON.parse(raw.toString("utf8")) as { readonly op: GatewayOpcodes; readonly d: unknown };
      if (op === GatewayOpcodes.Heartbeat) send(GatewayOpcodes.HeartbeatAck, null);
      else if (op === GatewayOpcodes.Identify) this.#identify(socket, d as GatewayIdentifyData);
      else if (op === GatewayOpcodes.Resume) this.#resume(socket, d as GatewayResumeData);
      else socket.close(GatewayCloseCodes.UnknownOpcode);
      this.world.changed();
    });
  }

  #identify(socket: WebSocket, data: GatewayIdentifyData): void {
    if (data.token !== TOKEN) {
      socket.close(GatewayCloseCodes.AuthenticationFailed);
      return;
    }
    if ((data.intents & PRIVILEGED) !== 0) {
      socket.close(GatewayCloseCodes.DisallowedIntents);
      return;
    }
    this.identified.push(data);
    const session: Session = { id: randomBytes(16).toString("hex"), shard: data.shard ?? [0, 1], told: [], socket };
    this.sessions.set(session.id, session);
    this.#dispatch(session, Dispatch.Ready, {
      v: 10,
      user: BOT,
      guilds: [],
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: session.shard,
      application: { id: APPLICATION, flags: 0 },
    });
  }

  #resume(socket: WebSocket, { session_id, seq, token }: GatewayResumeData): void {
    const session = this.sessions.get(session_id);
    if (session === undefined || token !== TOKEN) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false, s: null, t: null }));
      return;
    }
    this.resumes += 1;
    session.socket = socket;
    for (const missed of session.told) if (missed.s > seq) send(session, missed);
    this.#dispatch(session, Dispatch.Resumed, {});
  }

  #dispatch(session: Session, event: GatewayDispatchEvents, data: object): void {
    const told = { s: session.told.length + 1, t: event, d: data };
    session.told.push(told);
    send(session, told);
  }
}

function send({ socket }: Session, told: Session["told"][number]): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, ...told }));
}
