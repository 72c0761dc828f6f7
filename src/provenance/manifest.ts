import { ownVersion } from "../own-version.ts";

/**
 * How a file came about, as its signed metadata tells it; never whose photo it was. A clip was made from a photo after some changes to
 * that; a reel was put together of clips; anything else was made from a clip, in another format or size.
 */
export type Making =
  | ClipMaking
  | { readonly kind: "reel"; readonly parts: readonly Uint8Array[] }
  | { readonly kind: "conversion"; readonly of: Uint8Array };

export interface ClipMaking {
  readonly kind: "clip";
  readonly changes: readonly Change[];
  /** A sound that somebody gave is heard in it; its beats moved the faces. */
  readonly sounds?: boolean;
}

const SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/";
/** Put together of what a camera saw and of what never was; and the same where a network has drawn some of it. */
const MOVED = `${SOURCE}compositeSynthetic`;
const DRAWN = `${SOURCE}compositeWithTrainedAlgorithmicMedia`;
const BY_NETWORK: ReadonlySet<Change> = new Set(["enlarged", "redrawn"]);

const WORDS = {
  mended: "Scratches and specks in the face were filled in from what lies beside them.",
  enlarged: "A network enlarged the face: details that the photo does not show are its guess.",
  redrawn: "A network (GFPGAN) drew the face anew: it may look like somebody else.",
} as const;

const SOUNDS =
  "Some seconds of a sound that a person gave were put under the pictures as they are; its beats set the pace of the movement.";

/** What was done to a photo before its face was moved. */
type Change = keyof typeof WORDS;

const AGENT = { name: "Keepsake", version: ownVersion() };

/** A manifest as the signing library takes it. Parts and originals are its ingredients, by `ingredientName`. */
export function manifestOf(making: Making, type: string): object {
  return {
    claim_generator_info: [AGENT],
    title: making.kind === "reel" ? "Photos that move" : "A photo that moves",
    format: type,
    assertions: [{ label: "c2pa.actions.v2", data: { actions: actionsOf(making) } }],
  };
}

/** What an ingredient is called inside its manifest. */
export const ingredientName = (index: number): string => `clip-${index + 1}`;

function actionsOf(making: Making): readonly object[] {
  switch (making.kind) {
    case "clip":
      return clipActions(making);
    case "reel":
      return [
        created(MOVED, "Clips in which software moved the faces in still photos were dissolved into each other."),
        ...making.parts.map((_, i) => ({
          action: "c2pa.placed",
          parameters: { ingredientIds: [ingredientName(i)] },
        })),
      ];
    case "conversion":
      return [
        { action: "c2pa.opened", parameters: { ingredientIds: [ingredientName(0)] } },
        { action: "c2pa.transcoded", softwareAgent: AGENT },
      ];
  }
}

function clipActions({ changes, sounds = false }: ClipMaking): readonly object[] {
  const source = changes.some((change) => BY_NETWORK.has(change)) ? DRAWN : MOVED;
  const changed = changes.map((change) => ({
    action: "c2pa.edited",
    softwareAgent: AGENT,
    ...(BY_NETWORK.has(change) && { digitalSourceType: `${SOURCE}trainedAlgorithmicMedia` }),
    description: WORDS[change],
  }));
  return [
    created(source, "Software moved the faces in a still photo. What is seen to move never happened."),
    ...changed,
    ...(sounds ? [{ action: "c2pa.edited", softwareAgent: AGENT, description: SOUNDS }] : []),
  ];
}

function created(digitalSourceType: string, description: string): object {
  return { action: "c2pa.created", digitalSourceType, softwareAgent: AGENT, description };
}
