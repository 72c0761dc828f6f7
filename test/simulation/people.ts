import { decodeAction } from "../../src/bots/conversation/choice.ts";
import type { ChatEvent, CommandName, PhotoEvent } from "../../src/bots/port/chat-event.ts";
import type { Button, ChatRef } from "../../src/bots/port/chat-port.ts";
import type { Asked } from "./asked.ts";
import type { Picture } from "./picture.ts";
import type { Shown, SimulatedPlatform } from "./platform.ts";
import type { Random } from "./random.ts";
import { ACTS, COMMANDS, FATES, REMARKS, WISHES } from "./repertoire.ts";
import type { World } from "./world.ts";

interface Person {
  readonly id: string;
  readonly platform: SimulatedPlatform;
  /** Their private chat, and their group if they are in one. */
  readonly chats: readonly ChatRef[];
  readonly pictures: Picture[];
}

/** The people of a world, and what they do. */
export class People {
  readonly #everybody: Person[] = [];
  readonly #random: Random;

  constructor(private readonly world: World) {
    this.#random = world.random.fork("people");
    const { people, groups, platforms } = world.scenario;
    const named = platforms.map(({ name }) => ({
      name,
      group: groups > 0 ? { platform: name, id: this.#mark("g", name), group: true } : null,
    }));
    for (let n = 0; n < people; n += 1) {
      const place = this.#random.pick(named);
      if (place !== undefined)
        this.#come(place.name, place.group !== null && this.#random.chance(0.6) ? place.group : null);
    }
  }

  /** Everybody's name: none is part of another one, and none stands for anything else. */
  get names(): readonly string[] {
    return this.#everybody.map(({ id }) => id);
  }

  /** People do one thing after the other. */
  begin(): void {
    const { timeline, scenario } = this.world;
    let left = scenario.acts;
    const next = (): void => {
      if (left-- === 0) return;
      const person = this.#random.pick(this.#everybody);
      if (person !== undefined) this.#act(person);
      timeline.after(this.#random.between(100, scenario.pauseMs), next);
    };
    timeline.after(this.#random.between(0, 5000), next);
    this.#crowd(scenario.crowd);
  }

  /** About as fast as clips are made, so that the line seldom is empty. */
  #crowd(left: number): void {
    const { timeline, scenario } = this.world;
    if (left === 0) return;
    const person = this.#come(scenario.platforms[0]?.name ?? "", null);
    this.#photo(person, person.chats[0], this.#newPicture(person));
    timeline.after(this.#random.between(1000, 2500), () => this.#crowd(left - 1));
  }

  #come(platform: string, group: ChatRef | null): Person {
    const id = this.#mark(`p${this.#everybody.length}`, platform);
    const home = this.world.platforms.find(({ name }) => name === platform);
    if (home === undefined) throw new Error(`no ${platform}`);
    const own = { platform, id, group: false };
    const person: Person = { id, platform: home, chats: group === null ? [own] : [own, group], pictures: [] };
    this.#everybody.push(person);
    return person;
  }

  #mark(what: string, platform: string): string {
    return `${platform}-${what}-s${this.world.seed}.`;
  }

  #act(person: Person): void {
    const chat = this.#random.pick(person.chats);
    if (chat === undefined) return;
    const command = this.#random.pick(COMMANDS) ?? "help";
    const acts: Readonly<Record<keyof typeof ACTS, () => void>> = {
      photo: () => this.#photo(person, chat, this.#anyPicture(person)),
      album: () => this.#album(person, chat),
      tap: () => this.#tap(person, chat),
      cancel: () => this.#cancel(person, chat),
      wish: () => this.#wish(person, chat),
      animate: () => this.#animate(person, chat),
      command: () => this.#command(person, chat, command),
      forget: () => this.#forget(person, chat),
      chat: () => this.#remark(person, chat),
      block: () => this.#block(person),
      remove: () => this.#remove(person, chat),
    };
    acts[this.#random.weighted(ACTS)]();
  }

  /** Once in a while one that was sent before. */
  #anyPicture(person: Person): Picture {
    const known = this.#random.chance(0.2) ? this.#random.pick(person.pictures) : undefined;
    return known ?? this.#newPicture(person);
  }

  #newPicture(person: Person): Picture {
    const { badPictures } = this.world.scenario.troubles;
    const fate = this.#random.chance(badPictures) ? this.#random.weighted(FATES) : "good";
    const mark = `${person.id}picture${person.pictures.length}.`;
    const picture = { mark, owner: person.id, fate, faces: this.#random.between(1, 3) };
    person.pictures.push(picture);
    person.platform.pictures.set(`file-${mark}`, picture);
    return picture;
  }

  #photo(person: Person, chat: ChatRef | undefined, picture: Picture, more: Partial<PhotoEvent> = {}): void {
    if (chat === undefined) return;
    const { mark } = picture;
    const message = this.#post(person, chat, picture);
    this.#ask(person, chat, {
      kind: "photo",
      photo: { file: { id: `file-${mark}`, unique: mark }, message: message.id },
      ...more,
    });
  }

  #post(person: Person, chat: ChatRef, { mark }: Picture): Shown {
    return person.platform.show({
      chat,
      by: person.id,
      kind: "photo",
      replyTo: null,
      text: "",
      content: mark,
      keyboard: [],
    });
  }

  #album(person: Person, chat: ChatRef): void {
    const album = person.platform.newId();
    for (let left = this.#random.between(2, 5); left > 0; left -= 1) {
      this.world.timeline.after(this.#random.between(0, 300), () =>
        this.#photo(person, chat, this.#newPicture(person), { album }),
      );
    }
  }

  /** A photo that stands in the chat, by whoever sent it. */
  #animate(person: Person, chat: ChatRef): void {
    const photo = this.#random.pick(person.platform.visibleIn(chat).filter(({ kind }) => kind === "photo"));
    if (photo === undefined || photo.content === null) return;
    const mark = photo.content;
    const wish = this.#random.chance(0.5) ? { wish: { face: this.#random.between(1, 3) } } : {};
    this.#ask(person, chat, {
      kind: "photo",
      photo: { file: { id: `file-${mark}`, unique: mark }, message: photo.id, owner: photo.by ?? person.id },
      ...wish,
    });
  }

  #tap(person: Person, chat: ChatRef): void {
    const shown = this.#random.pick(person.platform.visibleIn(chat).filter(({ keyboard }) => keyboard.length > 0));
    const button = this.#random.pick(buttonsOf(shown));
    if (shown !== undefined && button !== undefined) this.#press(person, shown, button);
  }

  /** Lets go of something that takes too long, where that is offered. */
  #cancel(person: Person, chat: ChatRef): void {
    const offers = person.platform.visibleIn(chat).filter((shown) => buttonsOf(shown).some(isForCancelling));
    const shown = this.#random.pick(offers);
    const button = buttonsOf(shown).find(isForCancelling);
    if (shown !== undefined && button !== undefined) this.#press(person, shown, button);
  }

  #press(person: Person, { chat, id, replyTo }: Shown, button: Button): void {
    const about = replyTo === null ? {} : { about: replyTo };
    this.#ask(person, chat, {
      kind: "press",
      press: `tap${person.platform.newId()}`,
      data: button.data,
      message: id,
      ...about,
    });
  }

  /** Of what a message of the bot shows, or in private of whatever was last. */
  #wish(person: Person, chat: ChatRef): void {
    const shown = this.#random.pick(
      person.platform.visibleIn(chat).filter(({ by, kind }) => by === null && kind !== "text"),
    );
    const about = shown === undefined || (!chat.group && this.#random.chance(0.5)) ? {} : { about: shown.id };
    if (shown !== undefined && "about" in about) this.world.bot?.hear(chat, shown.id, person.id);
    const wish = this.#random.pick(WISHES) ?? {};
    const { id } = this.#say(person, chat, "a wish");
    this.#ask(person, chat, { kind: "wish", wish, message: id, ...about });
  }

  /** Something about nothing in particular; in a group in answer to what they see there. */
  #remark(person: Person, chat: ChatRef): void {
    const shown = this.#random.pick(person.platform.visibleIn(chat).filter(({ by }) => by === null));
    if (chat.group && shown !== undefined) this.world.bot?.hear(chat, shown.id, person.id);
    const what = this.#random.pick(REMARKS) ?? "text";
    const { id } = this.#say(person, chat, what);
    this.#ask(person, chat, { kind: "other", what, message: id });
  }

  #say(person: Person, chat: ChatRef, text: string): Shown {
    const { id: by } = person;
    return person.platform.show({ chat, by, kind: "text", replyTo: null, text, content: null, keyboard: [] });
  }

  #command(person: Person, chat: ChatRef, name: CommandName): void {
    const about = this.#random.pick(person.platform.visibleIn(chat).filter(({ by }) => by === null));
    const { id } = this.#say(person, chat, `/${name}`);
    this.#ask(person, chat, {
      kind: "command",
      name,
      message: id,
      ...(about === undefined ? {} : { about: about.id }),
    });
  }

  /** Some come back at once. */
  #forget(person: Person, chat: ChatRef): void {
    this.#command(person, chat, "forget");
    if (this.#random.chance(0.6)) return;
    const picture = this.#newPicture(person);
    this.world.timeline.after(this.#random.between(0, 600), () => this.#photo(person, chat, picture));
  }

  #block(person: Person): void {
    const [own] = person.chats;
    if (own === undefined) return;
    person.platform.closed.add(own.id);
    this.#ask(person, own, { kind: "gone" });
  }

  #remove(person: Person, chat: ChatRef): void {
    const shown = this.#random.pick(person.platform.visibleIn(chat).filter(({ by }) => by === null));
    if (shown === undefined) return;
    shown.removed = true;
    this.world.tell(`${person.id} removes ${shown.id}`);
  }

  #ask(person: Person, chat: ChatRef, what: DistributiveOmit<ChatEvent, "id" | "chat" | "from">): void {
    const { closed } = person.platform;
    // No platform lets somebody write to a bot that they block.
    if (what.kind !== "gone" && closed.delete(chat.id)) this.world.tell(`${person.id} lets the bot back in`);
    const id = `${person.platform.name}-${chat.id}-${person.platform.newId()}`;
    const event = { ...what, id, chat, from: { id: person.id, language: "en" } } as ChatEvent;
    this.world.ask(person.platform, { event, person: person.id, mark: markOf(event, person.platform) });
  }
}

function buttonsOf(shown: Shown | undefined): Button[] {
  return shown?.keyboard.flatMap(({ buttons }) => buttons) ?? [];
}

function isForCancelling({ data }: Button): boolean {
  return decodeAction(data)?.kind === "cancel";
}

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** The picture that an event is about. */
function markOf(event: ChatEvent, platform: SimulatedPlatform): Asked["mark"] {
  if (event.kind === "photo") return event.photo.file.unique;
  if (event.kind !== "press" || event.message === undefined || decodeAction(event.data) === null) return null;
  const shown = platform.messages.get(event.message);
  return (shown === undefined ? null : markIn(shown)) ?? platform.messages.get(event.about ?? "")?.content ?? null;
}

/** The mark of the picture that a message shows, if it shows one. */
export function markIn({ kind, content }: Shown): string | null {
  if (content === null) return null;
  return kind === "photo" ? content : (JSON.parse(content) as { readonly mark: string }).mark;
}
