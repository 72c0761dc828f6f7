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

/** What a text puts in quotation marks, of whatever kind. */
function quotedIn(text: string): string[] {
  return [...text.matchAll(/„([^“]+)“|“([^”]+)”|«([^»]+)»|「([^」]+)」/g)].map((found) => found.slice(1).join(""));
}

const everyone = { face: "all" };

describe.each([
  ["en", "smile", { gesture: "smile" }],
  ["en", "Smile, please!", { gesture: "smile" }],
  ["en", "make her wink", { gesture: "wink" }],
  ["en", "make her smile", { gesture: "smile" }],
  ["en", "can you make his smile wider", { gesture: "smile", step: 1 }],
  ["de", "bring sie zum Lächeln", { gesture: "smile" }],
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
  ["de", "lächeln", { gesture: "smile" }],
  ["de", "Lass sie bitte zwinkern", { gesture: "wink" }],
  ["de", "Kannst du Oma Gerda nicken lassen?", { gesture: "nod" }],
  ["de", "Alle sollen lachen", { ...everyone, gesture: "laugh" }],
  ["de", "etwas sanfter", { step: -1 }],
  ["de", "Gesicht 2, ganz sanft lächeln", { face: 2, gesture: "smile", level: 1 }],
  ["de", "er soll den Kopf schuetteln", { gesture: "shake" }],
  ["de", "Schüttle den Kopf", { gesture: "shake" }],
  ["de", "das ganze Bild", { framing: "photo" }],
  ["fr", "souris", { gesture: "smile" }],
  ["fr", "fais-la cligner de l’œil", { gesture: "wink" }],
  ["fr", "J'aimerais que grand-mère hoche la tête", { gesture: "nod" }],
  ["fr", "tout le monde", everyone],
  ["fr", "un peu plus doux s'il te plait", { step: -1 }],
  ["fr", "visage 3, très doucement", { face: 3, level: 1 }],
  ["fr", "photo entière", { framing: "photo" }],
  ["pt", "sorria", { gesture: "smile" }],
  ["pt", "faça ela piscar um olho", { gesture: "wink" }],
  ["pt", "Quero que a vovó Maria mande um beijo", { gesture: "kiss" }],
  ["pt", "todo mundo", everyone],
  ["pt", "mais suave, por favor", { step: -1 }],
  ["pt", "rosto 2 sorrir muito suave", { face: 2, gesture: "smile", level: 1 }],
  ["pt", "a foto toda", { framing: "photo" }],
  ["ja", "笑って", { gesture: "smile" }],
  ["ja", "おばあちゃんにウインクさせてください", { gesture: "wink" }],
  ["ja", "全員", everyone],
  ["ja", "もっと控えめに", { step: -1 }],
  ["ja", "2番の人、うなずいて", { face: 2, gesture: "nod" }],
  ["ja", "とても控えめに微笑んで", { gesture: "smile", level: 1 }],
  ["ja", "写真全体でお願いします", { framing: "photo" }],
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
    ["de", "laecheln", "smile"],
    ["de", "zwinkren", "wink"],
    ["fr", "sourrire", "smile"],
    ["pt", "sorir", "smile"],
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
    "So ein schönes Lächeln",
    "Ihr Lächeln fehlt mir",
    "Sie hat immer gelacht",
    "Das bringt mich zum Lachen",
    "Quel beau sourire",
    "Elle souriait toujours",
    "Ça me fait rire",
    "Que sorriso lindo",
    "Ela sorriu",
    "Isso me faz sorrir",
    "素敵な笑顔",
    "母の笑顔です",
    "笑っちゃう",
  ])("is no wish: %s", (text) => {
    for (const manner of ["private", "overheard"] as const) expect(wish(text, "en", manner)).not.toBeInstanceOf(Object);
  });

  it.each([
    "Un beso",
    "kiss 😘",
    "Look!",
    "strong!",
    "can you believe that smile",
    "make Maria smile",
    "улыбка",
    "笑",
    "Bisou",
    "Beijo",
    "Kuss",
    "笑顔",
  ])("is no wish in a group: %s", (text) => expect(["talk", "unclear"]).toContain(wish(text, "en", "overheard")));
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
  ["Vielen Dank!", "de"],
  ["Merci infiniment", "fr"],
  ["Muito obrigada", "pt"],
  ["ありがとうございます", "ja"],
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
    const offered = quotedIn(textsFor(locale).say("wish-unclear", { gestures: "" }));
    expect(offered.map((text) => wish(text, locale))).toEqual([everyone, { step: -1 }, { step: 1 }]);
    const help = quotedIn(textsFor(locale).say("help")).map((text) => wish(text, locale));
    expect(help).toEqual([{ gesture: "smile" }, { gesture: "wink" }, everyone, { step: -1 }]);
  });

  it("the first word of each list means its gesture", () => {
    const { say } = textsFor(locale);
    for (const gesture of names)
      expect(wish(say(`words-${gesture}` as never).split(/[,、]/)[0] ?? "", locale)).toEqual({ gesture });
  });
});
