import type { ErrorParams, UserError, UserErrorCode } from "../errors.ts";

/** What the command line says for each problem: what is wrong, and what to do about it. */
const MESSAGES: Readonly<Record<UserErrorCode, (params: ErrorParams) => string>> = {
  notAnImage: ({ kind }) => `This file is ${kindOfFile(kind)}, not a picture. Give a photo as JPEG, PNG or WebP.`,
  unsupportedFormat: ({ format }) =>
    `Pictures of the kind ${format ?? "unknown"} cannot be read. Save it as JPEG or PNG and try that.`,
  fileTooLarge: ({ megabytes, limit }) =>
    `The file is too large: ${megabytes ?? "many"} MB, where ${limit ?? "fewer"} MB is the limit. ` +
    "Save it as JPEG or make it smaller.",
  tooManyPixels: ({ width, height, megapixels, limit }) =>
    `The picture is too large: ${width ?? "?"} x ${height ?? "?"} is ${megapixels ?? "?"} megapixels, ` +
    `where ${limit ?? "fewer"} is the limit. Make it smaller, or cut out the person.`,
  sideTooLong: ({ width, height, limit }) =>
    `The picture is too long or too wide: ${width ?? "?"} x ${height ?? "?"}, ` +
    `where ${limit ?? "less"} is the limit of a side. Cut out the person.`,
  tooSlowToRead: () =>
    "Reading the picture took too long. Save it as an ordinary JPEG, or make it smaller, and try that.",
  damaged: () => "The picture is damaged, and nothing useful could be read from it. Look for another copy of it.",
  noFace: () =>
    "No face was found in this photo. Cut it so that the face is larger, turn it upright, or try another photo.",
  noSuchFace: ({ face, faces }) =>
    `There is no face number ${face ?? "like that"} in this photo; it has ${faces ?? "fewer"}. ` +
    "`keepsake faces PHOTO --out PREVIEW.jpg` shows the numbers.",
  faceTooSmall: () => "The face is too small to animate. Use a larger scan, or a photo that was taken closer.",
  faceTurnedAway: () => "The face is turned away too far to animate. Use a photo in which both eyes can be seen.",
  noSuchGesture: ({ gesture, gestures }) =>
    `There is no gesture called ${gesture ?? "that"}. There are: ${gestures ?? "none"}.`,
  gestureDoesNotSuit: ({ gesture }) =>
    `The gesture ${gesture ?? ""} does not suit the way this face looks. \`keepsake gestures\` lists the others.`,
  clipTooLarge: ({ limit }) =>
    `The clip cannot be made as small as ${limit ?? "asked"} bytes. Allow more with --max-bytes.`,
  cannotCutOut: () => "The person cannot be told from the background of this photo.",
  tooMuchMemory: () => "The picture needs too much memory. Save it as a plain JPEG or make it smaller, and try that.",
  tooMuchTime: () => "The picture takes too long to look at. Save it as a plain JPEG or make it smaller, and try that.",
  videoUnreadable: () => "The file is not a video that can be read. Save it as MP4 and try that.",
  videoTooLarge: () => "The video is too large: at most 50 MB, and 1080p. A few seconds are enough.",
  videoTooLong: () => "The video lasts longer than a minute. A few seconds are enough.",
  videoTooShort: () => "The video is too short: a second of the face is needed at least.",
  videoNoFace: () => "No face was found in the video. Film one face from near, in good light.",
  videoSeveralFaces: () => "There are several faces in the video, equally large. Film one person alone.",
  videoFaceLost: () => "The face in the video is hidden or cut away again and again. Film it without a break.",
  videoStill: () => "The face in the video hardly moves. Film a nod, a wink, a smile or a look round.",
  soundUnreadable: () => "There is no sound in the file that can be read. Save it as MP3 or M4A and try that.",
  soundTooLarge: () => "The sound is too large: at most 50 MB. A minute of it is enough.",
  soundTooLong: () => "The sound lasts longer than twenty minutes. A song, or a minute of it, is enough.",
  soundTooShort: () => "The sound is too short: about ten seconds with a beat are needed.",
  soundNoBeat: () => "No steady beat can be heard. Give a song to which one could clap along.",
};

const KINDS: Readonly<Record<string, string>> = {
  empty: "empty",
  text: "text",
  video: "a video",
  audio: "a sound recording",
  archive: "an archive",
};

function kindOfFile(kind: string | number | undefined): string {
  return KINDS[String(kind)] ?? "something else";
}

/** What the command line says for a problem that the person can mend. */
export function messageFor(error: UserError): string {
  return MESSAGES[error.code](error.params);
}

/** Said when only part of a picture could be read, and a face was found in it all the same. */
export const DAMAGED_WARNING = "The picture is damaged; only what could be read of it is used.";
