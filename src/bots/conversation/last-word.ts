import { ChatError, type ChatPort, type MessageRef, type OutgoingText, type Place } from "../port/chat-port.ts";

/** Where something ends in words: `message` is ours and told of it, `place` is where else to speak. */
export interface Ended {
  readonly port: ChatPort;
  readonly place: Place;
  readonly message: MessageRef;
}

/**
 * Turns a message of ours into the last word about something. Where it is gone or cannot be changed, that is said in a message of
 * its own, if `isWanted` still: it may be gone because its person asked to be forgotten. Resolves with the message that says it.
 */
export async function sayLast(
  { port, place, message }: Ended,
  words: OutgoingText,
  isWanted: () => Promise<boolean>,
): Promise<string> {
  try {
    await port.edit(message, { keyboard: [], ...words });
    return message.id;
  } catch (error) {
    if (!(error instanceof ChatError) || (error.code !== "noMessage" && error.code !== "refused")) throw error;
    const said = (await isWanted()) ? await port.say(place, words) : message;
    // It would say for ever that something is being done.
    if (error.code === "refused") await passing(port.remove(message));
    return said.id;
  }
}

/** What a platform refuses here is let pass: it only tidies up. */
export async function passing(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof ChatError)) throw error;
  });
}
