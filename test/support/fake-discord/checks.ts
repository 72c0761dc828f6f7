import {
  type APIApplicationCommand,
  type APIMessageTopLevelComponent,
  ApplicationCommandType,
  ComponentType,
} from "discord-api-types/v10";
import type { Call, World } from "./world.ts";

/** Discord says no, with a code of its documentation. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

const invalid = (what: string): Refusal => new Refusal(400, 50035, `Invalid Form Body: ${what}`);

/** What every message must keep to. */
export function checkMessage(world: World, { body, files }: Call, isNew: boolean): void {
  const content = body["content"];
  if (content !== undefined && content !== null && typeof content !== "string") throw invalid("content");
  if (typeof content === "string" && content.length > 2000) throw invalid("content: BASE_TYPE_MAX_LENGTH");
  if (isNew && files.length === 0 && (content === undefined || content === "")) {
    throw new Refusal(400, 50006, "Cannot send an empty message");
  }
  const reaction = files.find(({ length }) => length > world.uploadLimit);
  if (reaction !== undefined) throw new Refusal(413, 40005, "Request entity too large");
  if (files.length > 10) throw new Refusal(400, 30015, "Maximum number of attachments reached");
  checkAttachments(body["attachments"], files.length);
  checkNonce(body["nonce"]);
  checkComponents((body["components"] ?? []) as APIMessageTopLevelComponent[]);
}

/** Each file that is sent is told of once, by its place. */
function checkAttachments(told: unknown, files: number): void {
  const attachments = (told ?? []) as readonly { readonly id: string; readonly description?: string }[];
  if (new Set(attachments.map(({ id }) => id)).size !== attachments.length) throw invalid("attachments: ids");
  for (const { id, description = "" } of attachments) {
    if (id.length < 3 && Number(id) >= files) throw invalid("attachments: no such file");
    if (description.length > 1024) throw invalid("attachments: BASE_TYPE_MAX_LENGTH");
  }
}

/** What somebody who is typing may be offered. */
export function checkSuggestions(choices: readonly { readonly name: string; readonly value: string }[]): void {
  if (choices.length > 25) throw invalid("choices: at most 25");
  for (const { name, value } of choices) {
    checkLabel(name, 100);
    if (value.length === 0 || value.length > 100) throw invalid("choices: value");
  }
}

const NAME = /^[-_'\p{Ll}\p{Lo}\p{Lm}\p{N}]{1,32}$/u;

/** A slash command with its options. */
export function checkCommand({ type, name, ...command }: APIApplicationCommand): void {
  if (type !== ApplicationCommandType.ChatInput) {
    checkLabel(name, 32);
    return;
  }
  checkNamed({ name, ...command });
  const options = (command.options ?? []) as readonly CommandOption[];
  if (options.length > 25) throw invalid("options: at most 25");
  const firstFree = options.findIndex(({ required }) => required !== true);
  if (firstFree >= 0 && options.slice(firstFree).some(({ required }) => required === true)) {
    throw invalid("options: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");
  }
  for (const option of options) {
    checkNamed(option);
    const { choices = [], autocomplete = false } = option;
    if (autocomplete && choices.length > 0) throw invalid("choices: not with autocomplete");
    if (choices.length > 25) throw invalid("choices: at most 25");
    for (const choice of choices) for (const words of [choice.name, ...spoken(choice)]) checkLabel(words, 100);
  }
}

interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

interface CommandOption extends Named {
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly Named[];
}

function checkNamed({
  description,
  ...named
}: Named & { readonly description: string; readonly description_localizations?: Named["name_localizations"] }): void {
  for (const name of [named.name, ...spoken(named)]) if (!NAME.test(name)) throw invalid(`name: ${name}`);
  const others = Object.values(named.description_localizations ?? {});
  for (const words of [description, ...others]) checkLabel(words ?? undefined, 100);
}

function spoken({ name_localizations }: Named): string[] {
  return Object.values(name_localizations ?? {}).filter((name) => name !== null);
}

function checkNonce(nonce: unknown): void {
  if (nonce === undefined) return;
  if (typeof nonce !== "string" || nonce.length > 25) throw invalid("nonce");
}

function checkComponents(rows: readonly APIMessageTopLevelComponent[]): void {
  if (rows.length > 5) throw invalid("components: at most 5 rows");
  const ids = new Set<string>();
  for (const row of rows) {
    if (row.type !== ComponentType.ActionRow) throw invalid("components: only rows");
    if (row.components.length === 0 || row.components.length > 5) throw invalid("components: 1 to 5 in a row");
    for (const component of row.components) {
      if (!("custom_id" in component)) continue;
      const id = component.custom_id;
      if (id.length === 0 || id.length > 100) throw invalid("custom_id: length");
      if (ids.has(id)) throw invalid("custom_id: COMPONENT_CUSTOM_ID_DUPLICATED");
      ids.add(id);
      if (component.type === ComponentType.Button && "label" in component) checkLabel(component.label, 80);
      if (component.type === ComponentType.StringSelect) checkList(component, row.components.length);
    }
  }
}

function checkLabel(label: string | undefined, most: number): void {
  if (label === undefined || label.length === 0 || label.length > most) throw invalid("label: length");
}

function checkList(
  list: { readonly options: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[] },
  inRow: number,
): void {
  const { options } = list;
  if (inRow !== 1) throw invalid("components: a list has a row of its own");
  if (options.length === 0 || options.length > 25) throw invalid("options: 1 to 25");
  if (new Set(options.map(({ value }) => value)).size !== options.length) throw invalid("options: duplicated value");
  if (options.filter((option) => option.default === true).length > 1) throw invalid("options: more than one default");
  for (const { label, value } of options) {
    checkLabel(label, 100);
    if (value.length === 0 || value.length > 100) throw invalid("options: value");
  }
}
