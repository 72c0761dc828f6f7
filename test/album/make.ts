/**
 * Makes the pictures of this folder that are made of others: `npm run album`. The same pictures come out each time, but
 * for what another sharp does differently; look at them before they are committed.
 */
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";

const FOLDER = import.meta.dirname;
const PORTRAIT = join(FOLDER, "../../examples/portrait.jpg");
const JPEG = { quality: 88, mozjpeg: true };

const open = (name: string): Sharp => sharp(join(FOLDER, name));

/** A face's place in a picture, to be shown with as much round it. */
interface Portrait {
  readonly picture: Sharp;
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

const PORTRAITS: Readonly<Record<"hopper" | "obama" | "collins" | "biden" | "dahlgren" | "andersson", Portrait>> = {
  hopper: { picture: open("hopper.jpg"), left: 62, top: 20, side: 400 },
  obama: { picture: open("obama.jpg"), left: 178, top: 10, side: 420 },
  collins: { picture: sharp(PORTRAIT), left: 115, top: 15, side: 220 },
  biden: { picture: open("biden.jpg"), left: 140, top: 80, side: 480 },
  dahlgren: { picture: open("dahlgren.jpg"), left: 180, top: 40, side: 400 },
  andersson: { picture: open("andersson.jpg"), left: 90, top: 10, side: 360 },
};
type Name = keyof typeof PORTRAITS;

async function cut(name: Name, side: number): Promise<Buffer> {
  const { picture, left, top, side: width } = PORTRAITS[name];
  return picture.clone().extract({ left, top, width, height: width }).resize(side, side).png().toBuffer();
}

/** People beside each other, in rows, each `side` pixels large. */
async function together(rows: readonly (readonly Name[])[], side: number): Promise<Sharp> {
  const places = rows.flatMap((row, y) => row.map((name, x) => ({ name, left: x * side, top: y * side })));
  const parts = await Promise.all(
    places.map(async ({ name, left, top }) => ({ input: await cut(name, side), left, top })),
  );
  const width = side * Math.max(...rows.map((row) => row.length));
  const canvas = { width, height: side * rows.length, channels: 3 as const, background: "#6a6258" };
  return sharp(await sharp({ create: canvas }).composite(parts).png().toBuffer());
}

/** Grey, faded, soft and grainy, in the brown of old paper. */
async function aged(picture: Sharp): Promise<Sharp> {
  const { data, info } = await picture.grayscale().blur(1).raw().toBuffer({ resolveWithObject: true });
  let state = 1;
  const grain = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 14 * (state / 2 ** 32 - 0.5);
  };
  const paper = [1.06, 0.98, 0.84];
  const rgb = Uint8ClampedArray.from({ length: info.width * info.height * 3 }, (_, i) => {
    const level = 70 + 0.55 * (data[Math.floor(i / 3) * info.channels] ?? 0);
    return level * (paper[i % 3] ?? 1);
  });
  for (let i = 0; i < rgb.length; i += 3) {
    const more = grain();
    for (let c = i; c < i + 3; c++) rgb[c]! += more;
  }
  return sharp(rgb, { raw: { width: info.width, height: info.height, channels: 3 } });
}

/** A crack over the whole picture, whose branches end in it, in the white of the paper. */
const CRACK = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" fill="none" stroke="#f4f0e8">
  <path stroke-width="2.2" d="M150 0 L163 38 L182 61 L190 90 L211 113 L218 142 L241 169 L247 200 L266 238 L271 300 L296 360 L301 430 L322 512"/>
  <path stroke-width="1.6" d="M211 113 L190 131 L181 152 L160 166"/>
  <path stroke-width="1.4" d="M247 200 L280 207 L303 224 L341 229"/>
</svg>`;

async function save(name: string, picture: Sharp | Promise<Sharp>): Promise<void> {
  await (await picture).jpeg(JPEG).toFile(join(FOLDER, name));
}

await save("four-together.jpg", together([["hopper", "obama", "collins", "biden"]], 360));
await save("two-together.jpg", together([["dahlgren", "andersson"]], 400));
await save(
  "six-in-rows.jpg",
  together(
    [
      ["andersson", "hopper", "biden"],
      ["obama", "dahlgren", "collins"],
    ],
    150,
  ),
);
await save("aged.jpg", aged(open("obama.jpg").extract({ left: 100, top: 0, width: 520, height: 600 })));
await save("dark.jpg", open("hopper.jpg").linear(0.22, 2));
await save("leaning.jpg", open("dahlgren.jpg").rotate(35, { background: "#888" }));
await save("upside-down.jpg", open("hopper.jpg").rotate(180));
await save(
  "cracked.jpg",
  sharp(PORTRAIT)
    .resize(512, 512)
    .composite([{ input: Buffer.from(CRACK) }]),
);
