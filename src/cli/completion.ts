import type { Command, Option } from "commander";
import { gesturesOf } from "../pipeline/motion/choose-driver.ts";
import { shippedDrivers } from "../pipeline/motion/shipped-drivers.ts";
import type { CommandContext } from "./context.ts";
import { UsageError } from "./usage.ts";

/** A command as a shell needs to know it. */
interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** The words that its argument can be; files without them. */
  readonly words: readonly string[];
}

interface CompletableOption {
  readonly flags: readonly string[];
  readonly description: string;
  /** Whether a value follows, and which ones there are; files without them. */
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

const SHELLS = ["bash", "zsh", "fish"] as const;
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  completion: SHELLS,
  models: ["list", "pull"],
};

/** `keepsake completion`: a script for a shell, made from the commands themselves. */
export function printCompletion(shell: string, program: Command, { stdout }: CommandContext): void {
  const write = { bash: forBash, zsh: forZsh, fish: forFish }[shell];
  if (write === undefined) throw new UsageError(`There is completion for ${SHELLS.join(", ")}, not for ${shell}.`);
  stdout.write(write(program.commands.map(completable)));
}

function completable(command: Command): Completable {
  const help = { flags: ["--help"], description: "show help", takesValue: false, values: [] };
  return {
    name: command.name(),
    description: command.description(),
    options: [...command.options.map(completableOption), help],
    words: ARGUMENTS[command.name()] ?? [],
  };
}

function completableOption({ short, long, description, required, argChoices }: Option): CompletableOption {
  const flags = [short, long].filter((flag) => flag !== undefined);
  const values = long === "--gesture" ? gesturesOf(shippedDrivers()) : long === "--face" ? ["all"] : (argChoices ?? []);
  return { flags, description, takesValue: required, values };
}

function forBash(commands: readonly Completable[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const known = options.filter(({ values }) => values.length > 0);
    const values = known.map(({ flags, values }) => `        ${flags.join("|")}) words="${values.join(" ")}" ;;`);
    const flags = options.flatMap(({ flags }) => flags.filter((flag) => flag.startsWith("--")));
    return `    ${name})
      case "$before" in
${values.join("\n")}${values.length > 0 ? "\n" : ""}        *) if [[ $word == -* ]]; then words="${flags.join(" ")}"; else words="${words.join(" ")}"; fi ;;
      esac ;;`;
  });
  return `# keepsake in bash
_keepsake() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" words=""
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -o filenames -F _keepsake keepsake
`;
}

function forZsh(commands: readonly Completable[]): string {
  const list = commands.map(
    ({ name, description }) => `    ${quoted(`${name}:${description.replaceAll(":", "\\:")}`)}`,
  );
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.flatMap((option) => option.flags.map((flag) => quoted(zshOption(option, flag))));
    const rest = words.length > 0 ? `'*:what:(${words.join(" ")})'` : "'*:file:_files'";
    return `    ${name}) _arguments ${[...specs, rest].join(" ")} ;;`;
  });
  return `#compdef keepsake
_keepsake() {
  local -a commands
  commands=(
${list.join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  ((CURRENT--))
  case "$command" in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = _keepsake ]; then _keepsake "$@"; else compdef _keepsake keepsake; fi
`;
}

function zshOption({ description, takesValue, values }: CompletableOption, flag: string): string {
  const said = description.replaceAll(/[[\]:]/g, "\\$&");
  const value = !takesValue ? "" : values.length > 0 ? `:value:(${values.join(" ")})` : ":value:_files";
  return `${flag}[${said}]${value}`;
}

function forFish(commands: readonly Completable[]): string {
  const lines = commands.flatMap(({ name, description, options, words }) => {
    const here = `complete -c keepsake -n "__fish_seen_subcommand_from ${name}"`;
    return [
      `complete -c keepsake -f -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
      ...(words.length > 0 ? [`${here} -f -a ${quoted(words.join(" "))}`] : []),
      ...options.map((option) => `${here} ${fishOption(option)}`),
    ];
  });
  return `# keepsake in fish\n${lines.join("\n")}\n`;
}

function fishOption({ flags, description, takesValue, values }: CompletableOption): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const value = !takesValue ? [] : values.length > 0 ? ["-x", "-a", quoted(values.join(" "))] : ["-r"];
  return [...names, ...value, "-d", quoted(description)].join(" ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
