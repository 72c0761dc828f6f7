import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
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
  checkNonce(body["nonce"]);
  checkComponents((body["components"] ?? []) as APIMessageTopLevelComponent[]);
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
