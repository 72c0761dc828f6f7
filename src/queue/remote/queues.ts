import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { PREFIX } from "./protocol.ts";

/** One of the queues in Redis, by its name as `queueName` makes it. The connection stays whose it is. */
export function queueNamed(name: string, connection: Redis): Queue {
  return new Queue(name, { connection, prefix: PREFIX });
}

/** Removes a queue that nobody will have again, whatever is in it. */
export async function removeQueue(queue: Queue): Promise<void> {
  await queue.obliterate({ force: true });
  await queue.close();
}
