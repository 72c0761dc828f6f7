import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Studio } from "../../queue/contract/studio.ts";
import type { KeptClip } from "../../store/kept.ts";
import type { ClipRecord } from "../../store/record-types.ts";
import type { Store } from "../../store/store.ts";
import type { Locale } from "../../texts/locales.ts";
import { gestureCaption } from "../../texts/texts.ts";
import { languageFor } from "./language.ts";
import { type Album, type AlbumClip, LABEL_LETTERS, REEL_CLIPS } from "./protocol.ts";
import { type ReelDesk, textOfLack } from "./reel-desk.ts";
import { Refused, refusedWith } from "./refused.ts";
import { SAVED_AS, Savings } from "./saved-as.ts";
import { idOf, idWord, parse, privately, sendRange } from "./serving.ts";
import type { Doorkeeper } from "./session.ts";

const CHANGES_PER_MINUTE = { rateLimit: { max: 120, timeWindow: "1 minute" } };
/** Each costs seconds of computing. */
const SAVED_PER_MINUTE = { rateLimit: { max: 20, timeWindow: "1 minute" } };

const CAPTION_CHARACTERS = 150_000;
const REELS_PER_MINUTE = { rateLimit: { max: 6, timeWindow: "1 minute" } };

export interface AlbumParts {
  readonly door: Doorkeeper;
  readonly store: Store;
  readonly studio: Pick<Studio, "convert">;
  readonly reels: ReelDesk;
}

const text = (most: number) => z.string().trim().max(most);
const keepRequest = z.object({ clip: idWord, title: text(120).default("") });
/** As large as a page draws them, in base64. */
const caption = z.base64().min(8).max(CAPTION_CHARACTERS);
const reelRequest = z.object({
  parts: z
    .array(z.object({ kept: idWord, caption: caption.nullable() }))
    .min(REEL_CLIPS.least)
    .max(REEL_CLIPS.most),
});
const label = z.object({ name: text(LABEL_LETTERS.name), years: text(LABEL_LETTERS.years) });

/** Whose album a request is about. Throws Refused for nobody's. */
type OwnerOf = (request: FastifyRequest) => string;

/** A visitor's album: what they keep, and what they write under it. Nobody sees anybody else's. */
export function albumRoutes(app: FastifyInstance, parts: AlbumParts): void {
  const { door, store } = parts;
  const ownerOf: OwnerOf = (request) => door.chatOf(request);
  app.get("/api/album", async (request, reply) => {
    const owner = ownerOf(request);
    const clips = (await store.kept.of(owner)).map((clip) => albumClip(clip, languageFor(request)));
    const album: Album = { clips, reels: await parts.reels.of(owner) };
    return privately(reply).send(album);
  });

  app.post("/api/album", { config: CHANGES_PER_MINUTE }, async (request) => {
    const owner = ownerOf(request);
    const { clip: id, title } = parse(keepRequest, request.body);
    const clip = await clipIn(store, owner, id);
    const lack = store.room.lackInAlbum(owner, clip.size);
    if (lack !== null) throw refusedWith("full", textOfLack(lack), languageFor(request));
    const copy = await store.kept.keep({ owner, clip, title });
    if (copy === null) throw new Refused("notFound");
    return albumClip(copy, languageFor(request));
  });

  app.put("/api/album/:id/label", { config: CHANGES_PER_MINUTE }, async (request, reply) => {
    const written = parse(label, request.body);
    if (!(await store.kept.label(ownerOf(request), idOf(request), written))) throw new Refused("notFound");
    return reply.code(204).send();
  });

  app.delete("/api/album/:id", { config: CHANGES_PER_MINUTE }, async (request, reply) => {
    if (!(await store.kept.letGo(ownerOf(request), idOf(request)))) throw new Refused("notFound");
    return reply.code(204).send();
  });

  app.get("/api/album/:id", async (request, reply) => {
    const mp4 = await store.kept.bytes(ownerOf(request), idOf(request));
    if (mp4 === null) throw new Refused("notFound");
    return sendRange(request, privately(reply).type("video/mp4"), mp4);
  });

  app.get("/api/album/:id/still", async (request, reply) => {
    const jpeg = await store.kept.thumbnail(ownerOf(request), idOf(request));
    if (jpeg === null) throw new Refused("notFound");
    return privately(reply).type("image/jpeg").send(jpeg);
  });

  saveRoutes(app, parts, ownerOf);
  reelRoutes(app, parts, ownerOf);
}

/** Films made of the album. */
function reelRoutes(app: FastifyInstance, { store, reels }: AlbumParts, ownerOf: OwnerOf): void {
  const bodyLimit = REEL_CLIPS.most * (CAPTION_CHARACTERS + 200);
  app.post("/api/reels", { config: REELS_PER_MINUTE, bodyLimit }, async (request) => {
    const owner = ownerOf(request);
    const { parts } = parse(reelRequest, request.body);
    for (const { kept } of parts) if ((await store.kept.get(owner, kept)) === null) throw new Refused("notFound");
    const ordered = await reels.order(owner, parts, languageFor(request));
    if ("key" in ordered) throw refusedWith("full", ordered, languageFor(request));
    return reels.shown(ordered);
  });

  app.get("/api/reels/:id", async (request, reply) => {
    const mp4 = await store.reels.bytes(ownerOf(request), idOf(request));
    if (mp4 === null) throw new Refused("notFound");
    return sendRange(request, privately(reply).type("video/mp4"), mp4);
  });

  app.delete("/api/reels/:id", { config: CHANGES_PER_MINUTE }, async (request, reply) => {
    if (!(await reels.delete(ownerOf(request), idOf(request)))) throw new Refused("notFound");
    return reply.code(204).send();
  });
}

/** Clips as other files, from the album and from where they were made. */
function saveRoutes(app: FastifyInstance, { store, studio }: AlbumParts, ownerOf: OwnerOf): void {
  const savings = new Savings(studio);
  for (const format of SAVED_AS) {
    app.get(`/api/album/:id/${format}`, { config: SAVED_PER_MINUTE }, async (request, reply) => {
      const owner = ownerOf(request);
      const clip = await store.kept.get(owner, idOf(request));
      if (clip === null) throw new Refused("notFound");
      return savings.send(reply, owner, format, { ...clip, mp4: await store.kept.bytes(owner, clip.id) });
    });
    app.get(`/api/clips/:id/${format}`, { config: SAVED_PER_MINUTE }, async (request, reply) => {
      const owner = ownerOf(request);
      const clip = await clipIn(store, owner, idOf(request));
      return savings.send(reply, owner, format, { ...clip, mp4: await store.clips.bytes(clip.id) });
    });
  }
}

/** A clip that is shown in somebody's chat. Throws Refused when there is none. */
async function clipIn(store: Store, chat: string, id: string): Promise<ClipRecord> {
  const clip = store.transcript.shows(chat, id) ? await store.clips.get(id) : null;
  if (clip === null) throw new Refused("notFound");
  return clip;
}

function albumClip(kept: KeptClip, locale: Locale): AlbumClip {
  const { id, clip, gesture, title, name, years, width, height, seconds, keptAt } = kept;
  const shown = { id, clip, gesture, title, name, years, width, height, seconds, keptAt };
  const clipUrl = `/api/album/${id}`;
  return { ...shown, caption: gestureCaption(gesture, locale), clipUrl, stillUrl: `${clipUrl}/still` };
}
