/** One of the processes of `npm run simulate`: lives through the worlds of the seeds that it is told, a range at a time. */
import { type Outcome, simulate } from "./simulate.ts";

export interface Range {
  readonly from: number;
  readonly to: number;
}

process.on("message", (range: Range) => {
  void through(range).then((outcomes) => process.send?.(outcomes));
});

async function through({ from, to }: Range): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let seed = from; seed <= to; seed += 1) outcomes.push(await simulate(seed));
  return outcomes;
}
