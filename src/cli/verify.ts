import { readFile } from "node:fs/promises";
import { UserError } from "../errors.ts";
import { openPipeline } from "../pipeline/pipeline.ts";
import { isOurs, type Marks } from "../pipeline/verify/marks.ts";
import { type CommandContext, printJson } from "./context.ts";
import { messageFor } from "./messages.ts";
import { SomeFilesFailed, UsageError } from "./usage.ts";

export interface VerifyOptions {
  readonly json?: true;
}

/** `keepsake verify`: which marks of Keepsake's clips each file bears. */
export async function verifyFiles(
  files: readonly string[],
  options: VerifyOptions,
  { stdout, stderr, signal }: CommandContext,
): Promise<void> {
  const pipeline = openPipeline();
  let failed = 0;
  try {
    for (const file of files) {
      try {
        const marks = await pipeline.verify(await read(file), { signal });
        if (options.json) printJson(stdout, report(file, marks));
        else stdout.write(describe(file, marks));
      } catch (error) {
        if (signal.aborted || !(error instanceof UserError)) throw error;
        failed++;
        stderr.write(`${file}: ${messageFor(error)}\n`);
      }
    }
  } finally {
    await pipeline.close();
  }
  if (failed > 0) throw new SomeFilesFailed(failed, files.length, "files could not be looked at");
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`${path} cannot be read.`, { cause: error });
  }
}

function report(file: string, marks: Marks): object {
  const { type, watermark, credentials, note, sourceTypes } = marks;
  return {
    file,
    type,
    madeByKeepsake: isOurs(marks) ? "found" : "not found",
    watermark,
    credentials,
    note,
    sourceTypes,
  };
}

function describe(file: string, marks: Marks): string {
  const answer = isOurs(marks)
    ? "made by Keepsake. The motion in it is artificial."
    : "no mark of Keepsake's was found. That proves nothing.";
  const lines = [watermarkLine(marks), credentialsLine(marks), noteLine(marks)];
  return `${file}: ${answer}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function watermarkLine({ watermark }: Marks): string {
  if (watermark === null) return "invisible mark: the file could not be read as a picture or a video";
  const { found, odds, scale, turn, mirrored } = watermark;
  if (!found) return "invisible mark: not found";
  const seen = [
    ...(mirrored ? ["mirrored"] : []),
    ...(Math.abs(turn) > 0.3 ? [`turned by ${Math.abs(turn).toFixed(1)}°`] : []),
    ...(scale > 1.03 ? [`cut to about ${Math.round(100 / scale)} % of its sides`] : []),
    ...(scale < 0.97 ? ["with something round it"] : []),
  ];
  const how = seen.length === 0 ? "" : ` (${seen.join(", ")})`;
  return `invisible mark: found${how}; by accident in less than one of ${oneIn(odds)} files`;
}

/** A large number that one can read. */
function oneIn(odds: number): string {
  const digits = Math.floor(-Math.log10(Math.max(odds, 1e-30)));
  return digits >= 30 ? "10^30" : `10^${digits}`;
}

function credentialsLine({ credentials }: Marks): string {
  if (credentials === null) return "signed metadata (C2PA): none";
  const { intact, generator, signer, sourceTypes } = credentials;
  const says = sourceTypes.length === 0 ? "" : `; it says ${sourceTypes.join(", ")}`;
  const who = `written by ${generator ?? "an unnamed program"}, signed as ${signer ?? "nobody"}`;
  const state = intact
    ? "intact; who signed is known to nobody but themselves"
    : "not intact: the file was changed since";
  return `signed metadata (C2PA): ${who}${says}; ${state}`;
}

function noteLine({ note, sourceTypes }: Marks): string {
  if (note) return "note in the metadata: Keepsake's";
  return `note in the metadata: ${sourceTypes.length === 0 ? "none" : `it names ${sourceTypes.join(", ")}`}`;
}
