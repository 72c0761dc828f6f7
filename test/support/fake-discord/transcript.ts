import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType, MessageFlags } from "discord-api-types/v10";
import { Telling } from "../fake-platform/telling.ts";
import { componentsOf } from "./seen.ts";
import type { Call, Interaction, World } from "./world.ts";

/** Calls that nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set([
  "me",
  "application",
  "readCommands",
  "setCommands",
  "openDirect",
  "typing",
]);

const DEFERRED_REPLY = 5;
const MESSAGE = 4;
const SUGGESTIONS = 8;

/** What the bot does in Discord, written down as people meet it: texts, pictures, lists and buttons by row, order and changes. */
export class Transcript extends Telling<Call> {
  /** Names of the people who do something. */
  readonly #people = new Map<string, string>();
  #messages = 0;
  #alone = 0;

  constructor(
    private readonly world: World,
    title: string,
  ) {
    super(world.calls, title);
  }

  /** What somebody is called here. */
  knows(person: { readonly id: string }, name: string): void {
    this.#people.set(person.id, name);
  }

  protected sum(): string {
    const held = [...this.world.messages.values()].filter(({ deleted }) => !deleted);
    const components = held.flatMap(({ message }) => componentsOf(message));
    const count = (type: ComponentType): number => components.filter((one) => one.type === type).length;
    const [buttons, lists] = [count(ComponentType.Button), count(ComponentType.StringSelect)];
    return `Messages: ${this.#messages}, and for one person alone: ${this.#alone}. Buttons at the end: ${buttons}, lists: ${lists}.`;
  }

  protected write(call: Call): string[] {
    if (UNSEEN.has(call.route)) return [];
    switch (call.route) {
      case "acknowledge":
        return this.#acknowledged(call);
      case "react":
        return [`- ${decodeURIComponent(call.path.split("/").at(-2) ?? "")} on the photo`];
      case "unreact":
        return ["- the mark on the photo goes"];
      case "deleteReply":
      case "delete":
        return [`- ${this.name(this.#messageOf(call))} goes`];
      case "editReply":
      case "edit":
        return this.#changed(call);
      default:
        return this.#said(call.body, this.#interactionOf(call));
    }
  }

  #acknowledged({ path, body }: Call): string[] {
    const interaction = this.world.interactions.get(path.split("/")[2] ?? "");
    const { type, data = {} } = body as { readonly type: number; readonly data?: Data };
    if (type === SUGGESTIONS) return [`- offered: ${(data.choices ?? []).map(({ name }) => name).join(" · ")}`];
    if (type === MESSAGE) return this.#said(data, interaction ?? null);
    if (type !== DEFERRED_REPLY) return [];
    const whom = ((data.flags ?? 0) & MessageFlags.Ephemeral) === 0 ? "" : ` (${this.#person(interaction)} alone)`;
    return [`- at once: Keepsake is thinking …${whom}`];
  }

  /** The promised reply comes when it is written for the first time; from then on it changes. */
  #changed(call: Call): string[] {
    const id = this.#messageOf(call);
    const interaction = this.#interactionOf(call);
    const isReply = call.path.endsWith("@original") && interaction?.answer?.type === DEFERRED_REPLY;
    if (isReply && !this.isNamed(id)) {
      const alone = this.world.messages.get(id)?.for !== null;
      this.#count(alone);
      const whom = alone ? `the reply, for ${this.#person(interaction)} alone` : "the reply";
      return [`- ${whom} is ${this.name(id)}${shown(call.body)}`, ...rowsOf(call.body)];
    }
    return [`- ${this.name(id)} changes${shown(call.body)}`, ...rowsOf(call.body)];
  }

  #said(body: Call["body"], interaction: Interaction | null): string[] {
    const alone = (Number(body["flags"] ?? 0) & MessageFlags.Ephemeral) !== 0;
    this.#count(alone);
    const whom = alone ? `a message for ${this.#person(interaction)} alone` : "a new message";
    return [`- ${whom}${shown(body)}`, ...rowsOf(body)];
  }

  #count(alone: boolean): void {
    if (alone) this.#alone += 1;
    else this.#messages += 1;
  }

  #messageOf(call: Call): string {
    const id = call.path.split("/").at(-1) ?? "";
    return id === "@original" ? (this.#interactionOf(call)?.original ?? id) : id;
  }

  #interactionOf({ path }: Call): Interaction | null {
    const token = path.split("/")[3] ?? "";
    return [...this.world.interactions.values()].find((one) => one.token === token) ?? null;
  }

  #person(interaction: Interaction | null | undefined): string {
    return this.#people.get(interaction?.user ?? "") ?? "somebody";
  }
}

interface Data extends Readonly<Record<string, unknown>> {
  readonly flags?: number;
  readonly choices?: readonly { readonly name: string }[];
}

const KINDS: Readonly<Record<string, string>> = { webp: "a picture that loops", mp4: "a video", jpg: "a picture" };

/** What a message shows: its pictures, and its text. */
function shown(body: Call["body"]): string {
  const files = (body["attachments"] ?? []) as readonly { readonly filename: string; readonly description: string }[];
  const pictures = files.map(({ filename, description }) => {
    const kind = KINDS[filename.slice(filename.lastIndexOf(".") + 1)] ?? "a file";
    return `, ${kind} (“${description.replaceAll("\n", " / ")}”)`;
  });
  const { content } = body;
  const text = (typeof content === "string" ? content : "").replaceAll(/<\/(\w+):\d+>/g, "/$1");
  const bare =
    Array.isArray(body["components"]) && body["components"].length === 0 && text === "" && files.length === 0;
  return `${pictures.join("")}${text === "" ? "" : `: ${text.replaceAll("\n", " / ")}`}${bare ? ": its buttons go" : ""}`;
}

/** Rows as people see them: buttons, the one in colour with dots; a list with what is chosen in it, or what it asks for. */
function rowsOf(body: Call["body"]): string[] {
  const rows = (body["components"] ?? []) as readonly APIMessageTopLevelComponent[];
  return rows.flatMap((row) =>
    row.type === ComponentType.ActionRow ? [`  - ${row.components.map(written).join(" ")}`] : [],
  );
}

function written(component: ReturnType<typeof componentsOf>[number]): string {
  if (component.type === ComponentType.Button) {
    const label = "label" in component ? (component.label ?? "") : "";
    return component.style === ButtonStyle.Primary ? `[• ${label} •]` : `[${label}]`;
  }
  if (component.type !== ComponentType.StringSelect) return "[?]";
  const { options, placeholder = "" } = component;
  const chosen = options.find((option) => option.default === true)?.label ?? placeholder;
  return `[${chosen} ▾: ${options.map(({ label }) => label).join(" · ")}]`;
}
