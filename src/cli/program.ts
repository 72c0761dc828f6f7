import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import type { AnimateCommandOptions } from "./animate.ts";
import type { CommandContext } from "./context.ts";
import type { FacesOptions } from "./faces.ts";
import type { PullOptions } from "./models.ts";
import type { RecordCommandOptions } from "./record.ts";
import type { SheetOptions } from "./sheet.ts";
import { faceOrAll, numberUpTo, seconds, wholeNumber } from "./usage.ts";

const PHOTO = "a JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP or GIF file";
const FACE = [
  "--face <number|all>",
  "which face, as `keepsake faces` numbers them, or `all` for everyone (default: most prominent)",
  faceOrAll,
] as const;
const framing = (): Option =>
  new Option(
    "--framing <what>",
    "a square portrait, or the whole photo (default: portrait; with `--face all` photo)",
  ).choices(["portrait", "photo"]);
const GESTURE = ["--gesture <name>", "what it does, as `keepsake gestures` lists it (default: nostalgia)"] as const;
/** An option can belong to one command only. */
const enhance = (): Option =>
  new Option(
    "--enhance <when>",
    "make small, soft or damaged faces better first; on: also those that need it little (default: auto)",
  ).choices(["auto", "off", "on"]);
const SEED = ["--seed <number>", "varies the motion", wholeNumber(0)] as const;
const STRENGTH = ["--strength <number>", "how much of the motion, 0 to 1.5 (default: 1)", numberUpTo(1.5)] as const;

/**
 * The command line's grammar. Each command loads what it needs only when it is called: help must not wait for the models'
 * runtime. Parsing throws commander's `CommanderError` on wrong usage, and what the commands throw.
 */
export function buildProgram(context: CommandContext): Command {
  const program = new Command("keepsake")
    .description("Brings the faces in photographs to life.")
    .version(ownVersion())
    .exitOverride()
    .showHelpAfterError("(--help tells more)")
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    });
  addAnimate(program, context);
  addFaces(program, context);
  addSheet(program, context);
  addRecord(program, context);
  program
    .command("gestures")
    .description("list the gestures, their drivers, and the poses that each suits")
    .option("--json", "print one JSON object")
    .action(async (options: { readonly json?: true }) =>
      (await import("./gestures.ts")).listGestures(options, context),
    );
  addModels(program, context);
  return program;
}

function ownVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function addModels(program: Command, context: CommandContext): void {
  const models = program
    .command("models")
    .description("list the models, and fetch those that do not ship with Keepsake");
  models
    .command("list", { isDefault: true })
    .description("list the models")
    .action(async () => (await import("./models.ts")).listModels(context));
  models
    .command("pull")
    .description("show the licence of an optional model, fetch it and check it")
    .argument("<name>", "gfpgan: draws small and soft faces anew")
    .option("--from <file or address>", "where to take it from (default: where it is published)")
    .action(async (name: string, options: PullOptions) =>
      (await import("./models.ts")).pullModel(name, options, context),
    );
}

function addAnimate(program: Command, context: CommandContext): void {
  program
    .command("animate")
    .description("make a clip in which a face of the photo moves")
    .argument("<photo>", PHOTO)
    .option(...FACE)
    .addOption(framing())
    .option(...GESTURE)
    .option("--out <file>", "the clip (default: beside the photo, with the ending .mp4)")
    .option("--max-bytes <number>", "upper limit of the clip's size (default: 10485760)", wholeNumber(1))
    .addOption(enhance())
    .option(...SEED)
    .option(...STRENGTH)
    .option("--json", "print one JSON object")
    .action(async (photo: string, options: AnimateCommandOptions) =>
      (await import("./animate.ts")).animatePhoto(photo, options, context),
    );
}

function addFaces(program: Command, context: CommandContext): void {
  program
    .command("faces")
    .description("list the faces of a photo and what keeps them from being animated")
    .argument("<photo>", PHOTO)
    .option("--out <file>", "write the photo with numbered boxes, as JPEG or PNG")
    .option("--json", "print one JSON object")
    .action(async (photo: string, options: FacesOptions) =>
      (await import("./faces.ts")).showFaces(photo, options, context),
    );
}

function addSheet(program: Command, context: CommandContext): void {
  program
    .command("sheet")
    .description("draw evenly spaced frames of a clip, with eyes and mouth (or all heads) enlarged, as one picture")
    .argument("<photo>", PHOTO)
    .option(...FACE)
    .addOption(framing())
    .option(...GESTURE)
    .option("--frames <number>", "how many frames", wholeNumber(1), 16)
    .option("--out <file>", "the sheet, as PNG or JPEG (default: beside the photo, with the ending .png)")
    .addOption(enhance())
    .option(...SEED)
    .option(...STRENGTH)
    .action(async (photo: string, options: SheetOptions) =>
      (await import("./sheet.ts")).drawSheet(photo, options, context),
    );
}

function addRecord(program: Command, context: CommandContext): void {
  program
    .command("record")
    .description("measure how a face moves in a video and write that as a driver")
    .argument("<video>", "a video of one face, 3 to 8 s, that begins and ends at rest")
    .requiredOption("--out <file>", "the driver, a JSON file whose name becomes the driver's")
    .option("--gesture <name>", "the gesture that it performs (default: the driver's name)")
    .option("--from <seconds>", "where to begin", seconds)
    .option("--to <seconds>", "where to end", seconds)
    .option("--neutral <seconds>", "a moment at which the face is at rest (default: the calmest one)", seconds)
    .option("--source <text>", "what the driver says about where it was measured (default: the video's file name)")
    .action(async (video: string, options: RecordCommandOptions) =>
      (await import("./record.ts")).recordVideo(video, options, context),
    );
}
