/** A network that does not ship with Keepsake, but is used where the operator has put it into `models/`. */
export interface OptionalModel {
  /** What `keepsake models pull` calls it. */
  readonly name: string;
  readonly file: string;
  readonly job: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly url: string;
  readonly licence: string;
}

/**
 * The SHA-256 is the one under which seven public projects, independent of one another, list GFPGANv1.4.onnx, such as
 * Alucard24/rope-assets, from where it is fetched.
 */
export const GFPGAN: OptionalModel = {
  name: "gfpgan",
  file: "gfpgan.onnx",
  job: "draws small and soft faces anew (GFPGAN 1.4), in place of the super-resolution network",
  sha256: "6548e54cbcf248af385248f0c1193b359c37a0f98b836282b09cf48af4fd2b73",
  bytes: 340_256_690,
  url: "https://github.com/Alucard24/rope-assets/releases/download/v1.0.8/GFPGANv1.4.onnx",
  licence:
    "GFPGAN by Tencent ARC, Apache License 2.0 (github.com/TencentARC/GFPGAN). It was trained on the FFHQ photos " +
    "(CC BY-NC-SA 4.0) with parts of StyleGAN2 (Nvidia Source Code License-NC): take it for non-commercial use only.",
};

export const OPTIONAL_MODELS: readonly OptionalModel[] = [GFPGAN];
