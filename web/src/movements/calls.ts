import type { FilmedMovement, PageMovement, Sight } from "../../../src/bots/web/protocol.ts";
import { CallFailed } from "../call-failed.ts";
import { call, failure, json } from "../calls.ts";
import type { Film } from "./film.ts";

/** The movements that this visitor keeps. */
export async function readMovements(): Promise<readonly PageMovement[]> {
  return kept(await call("/api/movements"));
}

/** Keeps a movement by a name, or calls it otherwise; resolves with all that are kept. */
export async function keepMovement(gesture: string, name: string): Promise<readonly PageMovement[]> {
  return kept(await call(`/api/movements/${gesture}`, json({ name }, "PUT")));
}

/** Deletes a movement; resolves with those that are left. */
export async function deleteMovement(gesture: string): Promise<readonly PageMovement[]> {
  return kept(await call(`/api/movements/${gesture}`, { method: "DELETE" }));
}

/** Asks what there is to be seen in a camera's still, a JPEG. */
export async function sightIn(still: Blob, signal: AbortSignal): Promise<Sight> {
  const form = new FormData();
  form.append("still", still, "still.jpg");
  const answer = await call("/api/sights", { method: "POST", body: form, signal });
  return ((await answer.json()) as { readonly sight: Sight }).sight;
}

export interface Sending {
  /** The photo's message, for which it is measured. */
  readonly message: string;
  readonly signal: AbortSignal;
  /** Told how much of the film has been sent, 0..1. */
  readonly onSent: (part: number) => void;
}

/** Has the movement of a film measured. Rejects with `CallFailed`, and when it is called off. */
export async function measureFilm(film: Film, { message, signal, onSent }: Sending): Promise<FilmedMovement> {
  const form = new FormData();
  form.append("message", message);
  form.append("mirror", film.mirror ? "yes" : "no");
  // Its own name is nobody's business.
  form.append("video", film.file, "video");
  // Only this way a browser tells how much it has sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onSent(loaded / total);
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as FilmedMovement);
      else reject(failure(request.status, request.responseText));
    };
    request.onerror = () => reject(new CallFailed("unreachable"));
    request.onabort = () => reject(new DOMException("called off", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", "/api/movements");
    request.send(form);
  });
}

async function kept(answer: Response): Promise<readonly PageMovement[]> {
  return (await answer.json()) as readonly PageMovement[];
}
