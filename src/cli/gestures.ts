import { gesturesOf } from "../pipeline/motion/choose-driver.ts";
import { DRIVERS_FOLDER, type Driver, loadDrivers } from "../pipeline/motion/drivers.ts";
import { ENGLISH } from "../texts/locales.ts";
import { gestureTitle } from "../texts/texts.ts";
import { type CommandContext, printJson } from "./context.ts";

/** `keepsake gestures`: the gestures, their drivers, and the poses that each suits. */
export function listGestures(options: { readonly json?: true }, { stdout, stderr }: CommandContext): void {
  const { drivers, problems, remarks } = loadDrivers(DRIVERS_FOLDER);
  for (const problem of problems) stderr.write(`Left out: ${problem}\n`);
  for (const remark of remarks) stderr.write(`${remark}\n`);
  const gestures = gesturesOf(drivers).map((name) => describeGesture(name, drivers));
  if (options.json) printJson(stdout, { gestures });
  else for (const gesture of gestures) stdout.write(asText(gesture));
}

type Performer = Pick<Driver, "name" | "suits" | "needs" | "seconds" | "source">;

interface Gesture {
  readonly name: string;
  readonly title: string;
  readonly drivers: readonly Performer[];
}

function describeGesture(name: string, drivers: readonly Driver[]): Gesture {
  const performing = drivers.filter(({ gesture }) => gesture === name);
  return {
    name,
    title: gestureTitle(name, ENGLISH),
    drivers: performing.map(({ name, suits, needs, seconds, source }) => ({ name, suits, needs, seconds, source })),
  };
}

function asText({ name, title, drivers }: Gesture): string {
  const lines = drivers.map(({ name, suits, needs, seconds }) => {
    const needed = [
      needs.openEyes ? ", open eyes" : "",
      needs.openMouth ? ", open mouth" : "",
      needs.closedMouth ? ", closed mouth" : "",
    ].join("");
    return `  ${name}: yaw ${suits.yaw.join(" to ")}, pitch ${suits.pitch.join(" to ")}${needed}, ${seconds} s\n`;
  });
  return `${name} (${title})\n${lines.join("")}`;
}
