import type { IncomingMessage, ServerResponse } from "node:http";
import type { BrokenAnswer } from "./script.ts";

/** The body of a request. */
export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Answers with JSON. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** Leaves a call without a proper answer, and notes with it what was answered: a status, or 0 for a dropped connection. */
export function breakAnswer(failure: BrokenAnswer, call: { status: number }, response: ServerResponse): void {
  if (failure.kind === "hang") return;
  if (failure.kind === "html") {
    call.status = failure.status;
    response.writeHead(failure.status, { "content-type": "text/html" }).end("<html>Bad Gateway</html>");
    return;
  }
  call.status = 0;
  response.destroy();
}
