/** Apple's 52 ARKit blendshape names; left and right are the subject's own. Coefficients go from 0 (rest) to 1. */
export const BLENDSHAPES = [
  "browDownLeft",
  "browDownRight",
  "browInnerUp",
  "browOuterUpLeft",
  "browOuterUpRight",
  "cheekPuff",
  "cheekSquintLeft",
  "cheekSquintRight",
  "eyeBlinkLeft",
  "eyeBlinkRight",
  "eyeLookDownLeft",
  "eyeLookDownRight",
  "eyeLookInLeft",
  "eyeLookInRight",
  "eyeLookOutLeft",
  "eyeLookOutRight",
  "eyeLookUpLeft",
  "eyeLookUpRight",
  "eyeSquintLeft",
  "eyeSquintRight",
  "eyeWideLeft",
  "eyeWideRight",
  "jawForward",
  "jawLeft",
  "jawOpen",
  "jawRight",
  "mouthClose",
  "mouthDimpleLeft",
  "mouthDimpleRight",
  "mouthFrownLeft",
  "mouthFrownRight",
  "mouthFunnel",
  "mouthLeft",
  "mouthLowerDownLeft",
  "mouthLowerDownRight",
  "mouthPressLeft",
  "mouthPressRight",
  "mouthPucker",
  "mouthRight",
  "mouthRollLower",
  "mouthRollUpper",
  "mouthShrugLower",
  "mouthShrugUpper",
  "mouthSmileLeft",
  "mouthSmileRight",
  "mouthStretchLeft",
  "mouthStretchRight",
  "mouthUpperUpLeft",
  "mouthUpperUpRight",
  "noseSneerLeft",
  "noseSneerRight",
  "tongueOut",
] as const;

/** Head pose relative to the photo's own, in degrees, with the signs of `Pose`. */
export const HEAD_ANGLES = ["headYaw", "headPitch", "headRoll"] as const;

/** Head shift in face widths: x to image right, y down. */
export const HEAD_SHIFTS = ["headX", "headY"] as const;

/**
 * The body below the head: `breath` and `shrug` at 1 as far as a calm breath and a shrug lift chest and shoulders, a breath down
 * to -1; the trunk's turn and lean in degrees, with the signs of `Pose`.
 */
export const BODY_LIFTS = ["breath", "shrug"] as const;
export const BODY_ANGLES = ["torsoYaw", "torsoRoll"] as const;

/** How far the camera has come nearer to the whole picture, 0..1. */
export const CAMERA = ["drift"] as const;

/** Everything that a driver can move. */
export const DRIVER_CHANNELS = [
  ...HEAD_ANGLES,
  ...HEAD_SHIFTS,
  ...BLENDSHAPES,
  ...BODY_LIFTS,
  ...BODY_ANGLES,
  ...CAMERA,
] as const;

/** The head's motion as hair, hat and neck take it: a little later. `follow` makes it of the head's own. */
export const TRAIL = ["trailYaw", "trailPitch", "trailRoll", "trailX", "trailY"] as const;

/** Everything that moves. */
export const CHANNELS = [...DRIVER_CHANNELS, ...TRAIL] as const;

export type Blendshape = (typeof BLENDSHAPES)[number];
export type Channel = (typeof CHANNELS)[number];

export const isHeadAngle = (channel: Channel): boolean => HEAD_ANGLES.some((angle) => angle === channel);
export const isHeadShift = (channel: Channel): boolean => HEAD_SHIFTS.some((shift) => shift === channel);
export const isHead = (channel: Channel): boolean => isHeadAngle(channel) || isHeadShift(channel);

/** Where the head turns on the neck by its angles, in the canonical face's frame, cm. */
export const PIVOT = [0, -5.5, -5] as const;
