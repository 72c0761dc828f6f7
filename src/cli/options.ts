import { type Command, Option } from "commander";
import { MARK_CORNERS } from "../pipeline/types.ts";
import { OUTPUT_FORMATS } from "./output-formats.ts";
import { RECORD_FORMATS } from "./record-formats.ts";
import { faceOrAll, numberUpTo, seconds, wholeNumber } from "./usage.ts";

export const PHOTO = "JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP or GIF files";
export const FORCE = ["-f, --force", "write over what is there"] as const;
/** An option object can belong to one command only. */
export function formatOption(): Option {
  return new Option(
    "--format <name>",
    "what to write where no file's ending says it; png is a sheet of frames (default: mp4)",
  ).choices(OUTPUT_FORMATS);
}

/** Adds the options that say who moves, and how. */
export function addMotion(command: Command): Command {
  const framing = "a square portrait, or the whole photo (default: portrait; with `--face all` photo)";
  const enhance = "make small, soft or damaged faces better first; on: also those that need it little (default: auto)";
  return command
    .option(
      "--face <number|all>",
      "which face, as `keepsake faces` numbers them, or `all` for everyone (default: most prominent)",
      faceOrAll,
    )
    .addOption(new Option("--framing <what>", framing).choices(["portrait", "photo"]))
    .option("--gesture <name>", "what it does (default: nostalgia)")
    .option("--strength <number>", "how much of the motion, 0 to 1.5 (default: 1)", numberUpTo(1.5))
    .option("--seed <number>", "varies the motion", wholeNumber(0))
    .addOption(new Option("--enhance <when>", enhance).choices(["auto", "off", "on"]))
    .addOption(new Option("--mark-corner <where>", "where the “AI” stands (default: top-right)").choices(MARK_CORNERS));
}

/** Adds the options that say how clips are made of photos, and what is said meanwhile. */
export function addClips(command: Command): Command {
  return addMotion(command)
    .option("--driver <file>", "a driver of your own to move by, as `keepsake record` writes it")
    .option("--music <file>", "a song or a voice note: the face moves to its beat, and some bars of it are in the clip")
    .option(
      "--size <pixels>",
      "the longer side of a clip, 64 to 4096; clips are made smaller, never larger (default: as drawn; gif 480)",
      wholeNumber(64, 4096),
    )
    .option("--max-bytes <number>", "upper limit of a clip's size (default: 10485760)", wholeNumber(1))
    .option("-q, --quiet", "say nothing but what went wrong")
    .option("--json", "print one JSON object for each photo");
}

/** The options of `keepsake record`. */
export function recordOptions(): readonly Option[] {
  return [
    new Option("--out <file>", "the driver, a JSON file whose name becomes the driver's").makeOptionMandatory(),
    new Option(
      "--format <name>",
      "how it is written: as a driver, as a CSV of Live Link Face, or as results of MediaPipe's FaceLandmarker",
    )
      .choices(RECORD_FORMATS)
      .default("driver"),
    new Option("--preview <photo>", "a photo to show it on at once, in a clip beside the driver"),
    new Option("--gesture <name>", "the gesture that it performs (default: the driver's name)"),
    new Option("--from <seconds>", "where to begin").argParser(seconds),
    new Option("--to <seconds>", "where to end").argParser(seconds),
    new Option("--neutral <seconds>", "a moment at which the face is at rest (default: the calmest one)").argParser(
      seconds,
    ),
    new Option("--source <text>", "what the driver says of where it was measured (default: the video's file name)"),
    new Option(...FORCE),
  ];
}
