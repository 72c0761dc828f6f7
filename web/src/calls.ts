import type { PageEvent, Session, TurnedAway } from "../../src/bots/web/protocol.ts";
import type { Box } from "../../src/pipeline/types.ts";
import { CallFailed } from "./call-failed.ts";

const AGAIN_MS = 3000;

/** What the address holds behind `#invite=`; taken out of it, so that nobody passes it on unawares. */
function takeInvitation(): string | undefined {
  const found = /^#invite=([\w-]+)$/.exec(location.hash)?.[1];
  if (found !== undefined) history.replaceState(null, "", location.pathname);
  return found;
}

/** Comes in, with the invitation that was typed, or the one from the address if there is one. */
export async function enter(typed?: string): Promise<Session> {
  const invitation = typed ?? takeInvitation();
  const answer = await call("/api/session", json(invitation === undefined ? {} : { invitation }));
  return (await answer.json()) as Session;
}

/** Taps a button; resolves with the token under which its answer comes. */
export async function press(message: string, data: string): Promise<string> {
  const answer = await call("/api/presses", json({ message, data }));
  return ((await answer.json()) as { press: string }).press;
}

/** Asks to have everything of this visitor deleted. */
export async function forgetAll(): Promise<void> {
  await call("/api/commands", json({ name: "forget" }));
}

/** Tells the operator about a clip. */
export async function report(message: string): Promise<void> {
  await call("/api/commands", json({ name: "report", about: message }));
}

/** Has a photo looked at again, where somebody has drawn a box round a face. */
export async function lookAgain(message: string, box: Box): Promise<void> {
  await call("/api/frames", json({ message, box }));
}

/** Deletes a photo with all that came of it. */
export async function deletePhoto(message: string): Promise<void> {
  await call("/api/deletions", json({ message }));
}

/** Notes that this visitor has put the rules away. */
export async function putRulesAway(): Promise<void> {
  await call("/api/rules", { method: "POST" });
}

/** Posts a photo. By the ticket it is known again when it comes back as a message. */
export async function postPhoto(file: Blob, name: string, ticket: string): Promise<void> {
  const form = new FormData();
  form.append("ticket", ticket);
  form.append("photo", file, name);
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
  throw failure(answer.status, await answer.text().catch(() => ""));
}

/** What an answer other than yes means. */
export function failure(status: number, body: string): CallFailed {
  try {
    const { refusal, text } = JSON.parse(body) as TurnedAway;
    return new CallFailed(refusal, text);
  } catch {
    return new CallFailed(reasonOf(status));
  }
}

/** What an answer means that is not our server's own, but of something on the way to it. */
function reasonOf(status: number): CallFailed["reason"] {
  if (status === 413) return "tooLargeForWay";
  return status >= 502 && status <= 504 ? "away" : "strange";
}
