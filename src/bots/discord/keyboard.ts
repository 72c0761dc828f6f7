import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Button, ButtonGroup, Keyboard } from "../port/chat-port.ts";

const ROWS = 5;
const IN_A_ROW = 5;
const LABEL = 80;
const IN_A_LIST = 25;
/** Behind it is a number that tells two buttons with the same data apart: Discord takes each id only once a message. */
const MARK = "#";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * Lays buttons out in rows of five; groups that have a title become lists. What does not fit into five rows becomes a list, too,
 * the largest group first.
 */
export function layOut(keyboard: Keyboard): Row[] {
  let parts: readonly Part[] = merged(keyboard).map((group) => ({ group, asList: group.title !== undefined }));
  while (rowsIn(parts) > ROWS && parts.some(({ asList }) => !asList)) {
    const largest = Math.max(...parts.map(({ group, asList }) => (asList ? 0 : group.buttons.length)));
    const part = parts.find(({ group, asList }) => !asList && group.buttons.length === largest);
    parts = parts.map((one) => (one === part ? { ...one, asList: true } : one));
  }
  const ids = new Ids();
  return parts.flatMap(({ group, asList }) => (asList ? [listOf(group, ids)] : buttonRows(group, ids)));
}

/** What a button or a list entry carries, as the conversation wrote it. */
export function dataOf(id: string): string {
  return id.split(MARK)[0] ?? "";
}

interface Part {
  readonly group: ButtonGroup;
  readonly asList: boolean;
}

/** Actions next to each other share a row. */
function merged(keyboard: Keyboard): readonly ButtonGroup[] {
  const groups: ButtonGroup[] = [];
  for (const group of keyboard) {
    const last = groups.at(-1);
    if (group.kind !== "actions" || last?.kind !== "actions") groups.push(group);
    else groups.splice(-1, 1, { kind: "actions", buttons: [...last.buttons, ...group.buttons] });
  }
  return groups;
}

function rowsIn(parts: readonly Part[]): number {
  const rows = ({ group, asList }: Part): number => (asList ? 1 : Math.ceil(group.buttons.length / IN_A_ROW));
  return parts.reduce((sum, part) => sum + rows(part), 0);
}

function buttonRows({ buttons }: ButtonGroup, ids: Ids): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < buttons.length; i += IN_A_ROW) {
    const components = buttons.slice(i, i + IN_A_ROW).map((button) => buttonOf(button, ids));
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows;
}

function buttonOf({ label, data, current, danger }: Button, ids: Ids): APIButtonComponentWithCustomId {
  const style = danger === true ? ButtonStyle.Danger : current === true ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return { type: ComponentType.Button, style, label: label.slice(0, LABEL), custom_id: ids.next(data) };
}

function listOf({ kind, title, buttons }: ButtonGroup, ids: Ids): Row {
  const options = buttons.slice(0, IN_A_LIST).map(({ label, data, current }) => ({
    label: label.slice(0, LABEL),
    value: ids.next(data),
    default: current === true,
  }));
  const placeholder = title === undefined ? {} : { placeholder: title };
  const list = { type: ComponentType.StringSelect, custom_id: `list:${kind}`, options, ...placeholder } as const;
  return { type: ComponentType.ActionRow, components: [list] };
}

/** Ids within one message. */
class Ids {
  readonly #used = new Set<string>();

  next(data: string): string {
    let id = data;
    for (let n = 2; this.#used.has(id); n++) id = `${data}${MARK}${n}`;
    this.#used.add(id);
    return id;
  }
}
