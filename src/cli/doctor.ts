import { type Config, loadConfig } from "../config.ts";
import { type CommandContext, printJson } from "./context.ts";
import { machineChecks } from "./doctor-machine.ts";
import { platformChecks } from "./doctor-platforms.ts";
import { type Check, carryOut, type Finding } from "./finding.ts";
import { SomethingToMend } from "./usage.ts";

export interface DoctorOptions {
  readonly offline?: true;
  readonly json?: true;
}

const SIGNS: Readonly<Record<Finding["state"], string>> = { ok: "ok   ", worse: "!    ", wrong: "WRONG" };

/** `keepsake doctor`: a line for each thing that Keepsake needs. Throws `SomethingToMend` when it would not run, or not well. */
export async function examine(options: DoctorOptions, context: CommandContext): Promise<void> {
  const settings = readSettings();
  const checks = [
    settings.check,
    ...machineChecks(settings.config),
    ...(settings.config === null ? [] : platformChecks(settings.config, { offline: options.offline === true, fetch })),
  ];
  const findings: Finding[] = [];
  for (const check of checks) {
    context.signal.throwIfAborted();
    const finding = await carryOut(check);
    findings.push(finding);
    if (!options.json) context.stdout.write(`${SIGNS[finding.state]}  ${finding.what}: ${finding.says}\n`);
  }
  if (options.json) printJson(context.stdout, { findings });
  const wrong = findings.filter(({ state }) => state === "wrong").length;
  if (wrong > 0) throw new SomethingToMend(wrong);
}

function readSettings(): { readonly config: Config | null; readonly check: Check } {
  try {
    const config = loadConfig();
    const places = [config.web && "the page", config.telegram && "Telegram", config.discord && "Discord"];
    const says = `can be used, for ${places.filter(Boolean).join(", ")}`;
    return { config, check: { what: "Settings", look: () => ({ state: "ok", says }) } };
  } catch (error) {
    const look = (): never => {
      throw error;
    };
    return { config: null, check: { what: "Settings", look } };
  }
}
