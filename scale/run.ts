import { cpus } from "node:os";
import { Command } from "commander";
import { chaos } from "./chaos.ts";
import { costOfTheWay } from "./cost.ts";
import { hosts } from "./hosts.ts";
import { scenes } from "./scenes.ts";
import { throughput } from "./throughput.ts";

/** Measures what docs/scaling.md tells: `npm run scale`, or one of its parts. */
const PLACES = [10, 50, 100, 200];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function cost(): Promise<boolean> {
  const { here, there } = await costOfTheWay();
  say(`A clip here ${here.toFixed(0)} ms, over Redis ${there.toFixed(0)} ms: ${(there - here).toFixed(0)} ms more.`);
  return there - here <= 120;
}

async function grow(): Promise<boolean> {
  let good = true;
  for (const places of PLACES) {
    const { clips, share, core } = await throughput(places);
    say(
      `${places} places: ${clips.toFixed(1)} clips a second, ${(100 * share).toFixed(0)} % of what they could; the bot needs ${core.toFixed(2)} cores.`,
    );
    good &&= core < 0.5;
  }
  return good;
}

async function survive(): Promise<boolean> {
  const { answers, failed, lead, left, seconds, memory, happened } = await chaos((what) => say(`  ${what}`));
  const twice = [...answers.values()].filter((count) => count > 1).length;
  say(
    `${happened.length} mishaps in ${seconds.toFixed(0)} s: ${answers.size} answers, ${twice} twice, ${failed} failed.`,
  );
  say(
    `Nobody was more than ${lead} turns ahead of another; ${left.length} keys left; memory ${memory.join(" → ")} MB.`,
  );
  return twice === 0 && failed === 0 && lead <= 2 && left.length === 0;
}

async function apart(): Promise<boolean> {
  let good = true;
  for (const { what, ok } of await hosts()) {
    say(`${ok ? "ok   " : "WRONG"}  ${what}`);
    good &&= ok;
  }
  return good;
}

const PARTS = { cost, grow, survive, apart, scenes } as const;

const program = new Command("scale")
  .description(
    "Measures how Keepsake works on several machines. Needs redis-server or valkey-server; `apart` needs root and Linux.",
  )
  .argument("[part]", `one of ${Object.keys(PARTS).join(", ")}; all without it`)
  .action(async (part?: string) => {
    say(`${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`);
    let good = true;
    for (const [name, measure] of Object.entries(PARTS)) {
      if (part !== undefined && part !== name) continue;
      say(`\n${name}`);
      good = (await measure()) && good;
    }
    process.exit(good ? 0 : 1);
  });
await program.parseAsync();
