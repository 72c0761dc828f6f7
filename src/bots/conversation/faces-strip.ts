import type { FaceSummary } from "../../store/store.ts";

/** Small pictures made from a photo as it was sent. Both are JPEG. */
export interface FacePreview {
  /** All faces with their numbers. */
  strip(photo: Uint8Array, faces: readonly FaceSummary[]): Promise<Uint8Array>;
  /** Stands for a clip of a face (null: of the whole photo) until it is loaded: at most 320 px a side and 200 kB. */
  thumbnail(photo: Uint8Array, face: FaceSummary | null): Promise<Uint8Array>;
}
