import { Command } from "commander";
import { ownVersion } from "../own-version.ts";
import type { AnimateCommandOptions } from "./animate.ts";
import type { CommandContext } from "./context.ts";
import type { DoctorOptions } from "./doctor.ts";
import type { FacesOptions } from "./faces.ts";
import { ANIMATE_HELP, COMPLETION_HELP, PROGRAM_HELP, VERIFY_HELP, WATCH_HELP } from "./help.ts";
import type { PullOptions } from "./models.ts";
import { addClips, addMotion, FORCE, formatOption, PHOTO, recordOptions } from "./options.ts";
import type { RecordCommandOptions } from "./record.ts";
import type { SheetOptions } from "./sheet.ts";
import { wholeNumber } from "./usage.ts";
import type { VerifyOptions } from "./verify.ts";
import type { WatchOptions } from "./watch.ts";

/**
 * The command line's grammar. Each command loads what it needs only when it is called: help must not wait for the models'
 * runtime. Parsing throws commander's `CommanderError` on wrong usage, and what the commands throw.
 */
export function buildProgram(context: CommandContext): Command {
  const program = new Command("keepsake")
    .description("Brings the faces in photographs to life.")
    .version(ownVersion())
    .addHelpText("after", PROGRAM_HELP)
    .exitOverride()
    .showHelpAfterError("(--help tells more)")
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    });
  addAnimate(program, context);
  addWatch(program, context);
  addFaces(program, context);
  addSheet(program, context);
  addRecord(program, context);
  addVerify(program, context);
  program
    .command("gestures")
    .description("list the gestures, their drivers, and the poses that each suits")
    .option("--json", "print one JSON object")
    .action(async (options: { readonly json?: true }) =>
      (await import("./gestures.ts")).listGestures(options, context),
    );
  addModels(program, context);
  program
    .command("start")
    .description("run the page, and the bots that the settings name, until Ctrl+C")
    // It looks after signals and its exit status by itself.
    .action(async () => {
      await import("../main.ts");
    });
  program
    .command("worker")
    .description("render for a bot on another machine, which shares REDIS_URL and WORKER_KEY, until Ctrl+C")
    .action(async () => {
      await import("../worker.ts");
    });
  addDoctor(program, context);
  addCompletion(program, context);
  return program;
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
  const command = program
    .command("animate")
    .description("make clips in which the faces of photos move")
    .argument("<photo...>", `${PHOTO}, or folders of them; - for standard input`)
    .option(
      "--out <file>",
      "the clip, in the format that its ending says; - for standard output (default: beside the photo)",
    )
    .option("--out-dir <folder>", "where the clips go, each named after its photo (default: beside the photos)")
    .addOption(formatOption());
  addClips(command)
    .option(...FORCE)
    .addHelpText("after", ANIMATE_HELP)
    .action(async (photos: readonly string[], options: AnimateCommandOptions) =>
      (await import("./animate.ts")).animatePhotos(photos, options, context),
    );
}

function addWatch(program: Command, context: CommandContext): void {
  const command = program
    .command("watch")
    .description("make clips of the photos in a folder, and of those that are put there")
    .argument("<folder>", "a folder of photos, also one that is shared by a network")
    .option("--out-dir <folder>", "where the clips go (default: `clips` in that folder)")
    .addOption(formatOption());
  addClips(command)
    .addHelpText("after", WATCH_HELP)
    .action(async (folder: string, options: WatchOptions) =>
      (await import("./watch.ts")).watchFolder(folder, options, context),
    );
}

function addFaces(program: Command, context: CommandContext): void {
  program
    .command("faces")
    .description("list the faces of a photo and what keeps them from being animated")
    .argument("<photo>", PHOTO)
    .option("--out <file>", "write the photo with numbered boxes, as JPEG or PNG")
    .option(...FORCE)
    .option("--json", "print one JSON object")
    .action(async (photo: string, options: FacesOptions) =>
      (await import("./faces.ts")).showFaces(photo, options, context),
    );
}

function addSheet(program: Command, context: CommandContext): void {
  const command = program
    .command("sheet")
    .description("draw evenly spaced frames of a clip, with eyes and mouth (or all heads) enlarged, as one picture")
    .argument("<photo>", PHOTO);
  addMotion(command)
    .option("--frames <number>", "how many frames", wholeNumber(1), 16)
    .option("--out <file>", "the sheet, as PNG or JPEG (default: beside the photo, with the ending -sheet.png)")
    .option(...FORCE)
    .action(async (photo: string, options: SheetOptions) =>
      (await import("./sheet.ts")).makeSheet(photo, options, context),
    );
}

function addRecord(program: Command, context: CommandContext): void {
  const command = program
    .command("record")
    .description("write a driver: how a face moves in a video, or in another program's recording")
    .argument("<file>", "a video of one face, a Live Link Face CSV, FaceLandmarker JSON, or a driver");
  for (const option of recordOptions()) command.addOption(option);
  command.action(async (file: string, options: RecordCommandOptions) =>
    (await import("./record.ts")).recordDriver(file, options, context),
  );
}

function addVerify(program: Command, context: CommandContext): void {
  program
    .command("verify")
    .description("look whether a picture or a video bears the marks of a clip that Keepsake made")
    .argument("<file...>", "any pictures or videos")
    .option("--json", "print one JSON object for each file, a line each")
    .addHelpText("after", VERIFY_HELP)
    .action(async (files: readonly string[], options: VerifyOptions) =>
      (await import("./verify.ts")).verifyFiles(files, options, context),
    );
}

function addDoctor(program: Command, context: CommandContext): void {
  program
    .command("doctor")
    .description("look whether everything that Keepsake needs is there, and say what to do where it is not")
    .option("--offline", "ask no chat platform whether it knows the bot's token")
    .option("--json", "print one JSON object")
    .action(async (options: DoctorOptions) => (await import("./doctor.ts")).examine(options, context));
}

function addCompletion(program: Command, context: CommandContext): void {
  program
    .command("completion")
    .description("print a script with which the Tab key completes commands, options and gestures")
    .argument("<shell>", "bash, zsh or fish")
    .addHelpText("after", COMPLETION_HELP)
    .action(async (shell: string) => (await import("./completion.ts")).printCompletion(shell, program, context));
}
