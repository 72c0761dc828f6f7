import { describe, expect, it } from "vitest";
import { gestureBookOf } from "../../../../src/bots/conversation/driver-gestures.ts";
import { type Manner, WishReader } from "../../../../src/bots/wish/wish-reader.ts";
import { DRIVERS_FOLDER, loadDrivers } from "../../../../src/pipeline/motion/drivers.ts";
import { LOCALES } from "../../../../src/texts/locales.ts";
import { gestureCaption, gestureTitle, textsFor } from "../../../../src/texts/texts.ts";

const { names } = gestureBookOf(loadDrivers(DRIVERS_FOLDER).drivers);
const reader = new WishReader([...names, "look-back2"]);

function wish(text: string, language = "en", manner: Manner = "private"): unknown {
  const reading = reader.read(text, language, manner);
  return reading.kind === "wish" ? reading.wish : reading.kind;
}

const everyone = { face: "all" };

describe.each([
  ["en", "smile", { gesture: "smile" }],
  ["en", "Smile, please!", { gesture: "smile" }],
  ["en", "make her wink", { gesture: "wink" }],
  ["en", "Can you make my grandmother Ada nod?", { gesture: "nod" }],
  ["en", "let everyone laugh", { ...everyone, gesture: "laugh" }],
  ["en", "shake her head", { gesture: "shake" }],
  ["en", "everyone", everyone],
  ["en", "gentler", { step: -1 }],
  ["en", "a bit stronger", { step: 1 }],
  ["en", "much stronger", { step: 2 }],
  ["en", "a bit more gently", { step: -1 }],
  ["en", "very gentle smile", { gesture: "smile", level: 1 }],
  ["en", "not so strong, please", { step: -1 }],
  ["en", "smile 2 strong", { gesture: "smile", face: 2, level: 4 }],
  ["en", "face 3", { face: 3 }],
  ["en", "the whole photo", { framing: "photo" }],
  ["en", "close-up", { framing: "portrait" }],
  ["en", "look-back2 3", { gesture: "look-back2", face: 3 }],
  ["en", "I would like to see grandpa raise his eyebrows", { gesture: "surprise" }],
  ["es", "sonríe", { gesture: "smile" }],
  ["es", "que sonria", { gesture: "smile" }],
  ["es", "haz que la abuela guiñe un ojo", { gesture: "wink" }],
  ["es", "Todos", everyone],
  ["es", "un poco más suave, por favor", { step: -1 }],
  ["es", "mucho más fuerte", { step: 1 }],
  ["es", "que diga que no", { gesture: "shake" }],
  ["es", "sonreír 2 muy suave", { gesture: "smile", face: 2, level: 1 }],
  ["es", "foto entera", { framing: "photo" }],
  ["ru", "улыбнись", { gesture: "smile" }],
  ["ru", "пусть бабушка подмигнет", { gesture: "wink" }],
  ["ru", "Сделай так, чтобы она кивнула", { gesture: "nod" }],
  ["ru", "все вместе", everyone],
  ["ru", "помягче, пожалуйста", { step: -1 }],
  ["ru", "покачать головой сильно", { gesture: "shake", level: 4 }],
  ["ru", "лицо 2", { face: 2 }],
  ["zh", "微笑", { gesture: "smile" }],
  ["zh", "请让她眨一只眼", { gesture: "wink" }],
  ["zh", "让奶奶点点头吧", { gesture: "nod" }],
  ["zh", "所有人", everyone],
  ["zh", "幅度小一点", { step: -1 }],
  ["zh", "第2张脸大笑", { face: 2, gesture: "laugh" }],
  ["zh", "整张照片", { framing: "photo" }],
] as const)("in %s", (language, text, wanted) => {
  it(`“${text}” is understood`, () => expect(wish(text, language)).toEqual(wanted));
});

describe("small mistakes", () => {
  it.each([
    ["en", "simle", "smile"],
    ["en", "smiiile", "smile"],
    ["en", "laught", "laugh"],
    ["en", "wnik", "wink"],
    ["en", "plase make her lagh", "laugh"],
    ["en", "raise eyebros", "surprise"],
    ["es", "sonreir", "smile"],
    ["es", "parpadaer", "blink"],
    ["ru", "улыбнуся", "smile"],
    ["ru", "подмигнуть", "wink"],
  ])("in %s do no harm: %s", (language, text, gesture) => expect(wish(text, language)).toEqual({ gesture }));
});

describe("what people say of a photo or a clip", () => {
  it.each([
    "Grandma smiling",
    "What a beautiful smile!",
    "her smile...",
    "she smiles like you",
    "My grandmother, 1943",
    "you make me smile",
    "These make me laugh",
    "miss you",
    "the king",
    "I think so",
    "never saw her laugh",
    "10/10",
    "2024",
    "no",
    "",
    "❤️😭",
    "qué bonita sonrisa",
    "Me hace sonreír",
    "Un beso grande, abuela",
    "какая улыбка",
    "Она улыбалась",
    "笑死我了",
    "她的笑容真美",
    "她微笑的样子",
  ])("is no wish: %s", (text) => {
    for (const manner of ["private", "overheard"] as const) expect(wish(text, "en", manner)).not.toBeInstanceOf(Object);
  });

  it.each(["Un beso", "kiss 😘", "Look!", "strong!", "can you believe that smile", "make Maria smile", "улыбка", "笑"])(
    "is no wish in a group: %s",
    (text) => expect(["talk", "unclear"]).toContain(wish(text, "en", "overheard")),
  );
});

describe("what is asked for and not understood", () => {
  it.each([
    "make her dance",
    "smile and wink",
    "1 2",
    "don't make her smile",
    "make that thing with her left ear, the red hat and a smile",
  ])("is said to be unclear behind a command: %s", (text) => expect(wish(text, "en", "asked")).toBe("unclear"));

  it("is only talk where nobody asked us", () => expect(wish("somersault", "en", "overheard")).toBe("talk"));
});

it.each(["", "please", "this one please", "her"])("/animate %s asks for nothing in particular", (text) => {
  expect(wish(text, "en", "asked")).toBe("plain");
});

it.each([
  ["Thank you so much!", "en"],
  ["gracias", "es"],
  ["Спасибо большое", "ru"],
  ["谢谢您", "zh"],
])("hears thanks: %s", (text, language) => expect(wish(text, language)).toBe("thanks"));

it("hears what is wished for behind thanks", () => expect(wish("thanks, now wink")).toEqual({ gesture: "wink" }));

it("understands any of our languages, whatever the platform reports", () => {
  expect(wish("haz que sonría", "ru")).toEqual({ gesture: "smile" });
  expect(wish("让她微笑", undefined)).toEqual({ gesture: "smile" });
});

describe.each(LOCALES)("in %s", (locale) => {
  it.each(names)("the button's and the caption's own words mean %s", (gesture) => {
    for (const text of [gestureTitle(gesture, locale), gestureCaption(gesture, locale)])
      expect(wish(text, locale)).toEqual({ gesture });
  });

  it("the words that are offered are understood", () => {
    const quoted =
      textsFor(locale)
        .say("wish-unclear", { gestures: "" })
        .match(/(?<=[“«「„])[^”»」“]+/g) ?? [];
    expect(quoted.map((text) => wish(text, locale))).toEqual([everyone, { step: -1 }, { step: 1 }]);
    const help =
      textsFor(locale)
        .say("help")
        .match(/(?<=[“«「„])[^”»」“]+/g) ?? [];
    expect(help.map((text) => wish(text, locale))).toEqual([
      { gesture: "smile" },
      { gesture: "wink" },
      everyone,
      { step: -1 },
    ]);
  });

  it("no list says the same twice, and none is empty", () => {
    const { say } = textsFor(locale);
    for (const gesture of names)
      expect(wish(say(`words-${gesture}` as never).split(/[,、]/)[0] ?? "", locale)).toEqual({ gesture });
  });
});
