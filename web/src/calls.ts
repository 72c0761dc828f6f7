import type { PageEvent, Refusal, Session, TurnedAway } from "../../src/bots/web/protocol.ts";

const AGAIN_MS = 3000;

/** The server's no, or `unreachable` when there was no answer. */
export class CallFailed extends Error {
  constructor(
    readonly reason: Refusal | "unreachable",
    /** What the server says about it, where it does. */
    readonly text?: string,
  ) {
    super(reason);
  }
}

/** What the address holds behind `#invite=`; taken out of it, so that nobody passes it on unawares. */
function takeInvitation(): string | undefined {
  const found = /^#invite=([\w-]+)$/.exec(location.hash)?.[1];
  if (found !== undefined) history.replaceState(null, "", location.pathname);
  return found;
}

/** Comes in, with the invitation from the address if there is one. */
export async function enter(): Promise<Session> {
  const invitation = takeInvitation();
  const answer = await call("/api/session", json(invitation === undefined ? {} : { invitation }));
  return (await answer.json()) as Session;
}

/** Taps a button; resolves with the token under which its answer comes. */
export async function press(message: string, data: string): Promise<string> {
  const answer = await call("/api/presses", json({ message, data }));
  return ((await answer.json()) as { press: string }).press;
}

/** What can be asked without typing it. */
export const COMMANDS = ["help", "privacy", "forget", "report"] as const;

export type Command = (typeof COMMANDS)[number];

/** Asks what people type as /help and the like; `about` is the message in question. */
export async function command(name: Command, about?: string): Promise<void> {
  await call("/api/commands", json(about === undefined ? { name } : { name, about }));
}

/** Says that somebody offered something that is no photo. */
export async function offerOther(what: "video" | "text" | "file"): Promise<void> {
  await call("/api/others", json({ what }));
}

/** Posts a photo. `album` is shared by those that were chosen together. */
export async function postPhoto(file: Blob, album: string | undefined): Promise<void> {
  const form = new FormData();
  if (album !== undefined) form.append("album", album);
  form.append("photo", file, "photo");
  await call("/api/photos", { method: "POST", body: form });
}

/** Listens to what happens, from the history on; `onLost` tells whether the connection is down. Returns how to stop. */
export function listen(onEvent: (event: PageEvent) => void, onLost: (lost: boolean) => void): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource("/api/events");
    source.onmessage = ({ data }: MessageEvent<string>) => {
      onLost(false);
      onEvent(JSON.parse(data) as PageEvent);
    };
    source.onerror = () => {
      onLost(true);
      // It tries again by itself after a lost connection, but never after a refusal, such as that of a server just starting.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** A call that holds JSON. */
export function json(body: object, method = "POST"): RequestInit {
  return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** Asks the server. Throws CallFailed for its no, or without an answer. */
export async function call(address: string, request: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, request).catch(() => {
    throw new CallFailed("unreachable");
  });
  if (answer.ok) return answer;
  const { refusal, text } = (await answer.json().catch(() => ({ refusal: "strange" }))) as TurnedAway;
  throw new CallFailed(refusal, text);
}
