/** Which of the mesh's points belong to what, as MediaPipe numbers them. Right and left are the subject's own. */

/** Points of the face itself; the rest of the mesh are the irises. */
export const FACE_POINTS = 468;

/** Lip points in the order of the attention model's lip output: outer, inner, and the two rings between them. */
// biome-ignore format: rings of the lips, one per line
export const LIPS: readonly number[] = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409,
  78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415,
  76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408,
  62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268, 271, 272, 407,
];

/** The opening of the right eye: lower lid from the outer to the inner corner, then the upper lid from the outer side. */
export const RIGHT_EYE_CONTOUR: readonly number[] = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173,
];

/** The opening of the left eye, in the same order. */
export const LEFT_EYE_CONTOUR: readonly number[] = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398,
];

/** All points of the attention model's output for the right eye: contour, the rings round it, and the brow. */
// biome-ignore format: rings of the eye, one per line
export const RIGHT_EYE: readonly number[] = [
  ...RIGHT_EYE_CONTOUR,
  130, 25, 110, 24, 23, 22, 26, 112, 243, 247, 30, 29, 27, 28, 56, 190,
  226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222, 221, 189,
  35, 124, 46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107, 55, 193,
];

/** All points of the attention model's output for the left eye, in the same order. */
// biome-ignore format: rings of the eye, one per line
export const LEFT_EYE: readonly number[] = [
  ...LEFT_EYE_CONTOUR,
  359, 255, 339, 254, 253, 252, 256, 341, 463, 467, 260, 259, 257, 258, 286, 414,
  446, 261, 448, 449, 450, 451, 452, 453, 464, 342, 445, 444, 443, 442, 441, 413,
  265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465, 383, 300, 293, 334, 296, 336, 285, 417,
];

/** Centre, then four points of the rim. */
export const RIGHT_IRIS: readonly number[] = [468, 469, 470, 471, 472];
export const LEFT_IRIS: readonly number[] = [473, 474, 475, 476, 477];

/** The face's outline, points of the mesh in order (MediaPipe's face oval). */
export const FACE_OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;

/** Outer corners of the eyes: the line between them says how a face is tilted. */
export const RIGHT_EYE_OUTER = 33;
export const LEFT_EYE_OUTER = 263;

/** Inner lip points that lie on each other when the mouth is closed: upper, lower. */
export const LIP_PAIRS = [
  [191, 95],
  [80, 88],
  [81, 178],
  [82, 87],
  [13, 14],
  [312, 317],
  [311, 402],
  [310, 318],
  [415, 324],
] as const;
