import { median } from "./measure.ts";
import type { GestureRow, LivingRow, ReenactmentRow, Row, SkipRow } from "./rows.ts";

/** Eyes narrower than this (clip pixels) are left out of the count of closed ones. */
const LEAST_EYE = 24;
const OFFENDERS = 12;

/** All that was measured, as Markdown. */
export function reportOf(rows: readonly Row[]): string {
  const gestures = rows.filter((row) => row.kind === "gesture");
  const living = rows.filter((row) => row.kind === "living");
  const videos = rows.filter((row) => row.kind === "reenactment");
  const skips = rows.filter((row) => row.kind === "skip");
  const parts = [
    gestures.length > 0 ? [gestureTable(gestures), eyeCounts(gestures), offenders(gestures)].join("\n\n") : "",
    living.length > 0 ? livingTable(living) : "",
    videos.length > 0 ? reenactmentTable(videos) : "",
    skips.length > 0 ? skipList(skips) : "",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...lines.map(row)].join("\n");
}

const worstOf = (values: readonly number[]): number => Math.max(...values);
const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

function gestureTable(rows: readonly GestureRow[]): string {
  const names = [...new Set(rows.map(({ gesture }) => gesture))].sort();
  const head = [
    "gesture",
    "photos",
    "achieved",
    "identity median / worst",
    "sharpness kept median / worst",
    "background change worst",
    "jerk median / worst (‰ of face width)",
    "loop closure worst",
    "seconds a clip median / worst",
  ];
  return table(head, [
    ...names.map((name) => [name, ...summary(rows.filter(({ gesture }) => gesture === name))]),
    ["**all**", ...summary(rows)],
  ]);
}

function summary(rows: readonly GestureRow[]): string[] {
  const judged = rows.filter(({ achieved }) => achieved !== null);
  const done = judged.filter(({ achieved }) => achieved).length;
  const pair = (values: readonly number[], worst: number, digits: number): string =>
    values.length === 0 ? "" : `${median(values).toFixed(digits)} / ${worst.toFixed(digits)}`;
  const sharpness = rows.map((row) => row.sharpness);
  const jerk = rows.map((row) => row.jerk).filter(Number.isFinite);
  const seconds = known(rows.map((row) => row.seconds));
  return [
    String(rows.length),
    judged.length === 0 ? "" : `${done} of ${judged.length} (${Math.round((100 * done) / judged.length)} %)`,
    pair(
      rows.map(({ identity }) => identity.median),
      worstOf(rows.map(({ identity }) => identity.worst)),
      3,
    ),
    pair(sharpness, Math.min(...sharpness), 2),
    String(worstOf(rows.map(({ background }) => background))),
    pair(jerk, worstOf(jerk), 1),
    String(worstOf(rows.map(({ closure }) => closure))),
    pair(seconds, worstOf(seconds), 1),
  ];
}

/** Below this the iris under a half-closed lid is in deep shade, above it clouded; lids beyond theirs look hollow or painted. */
const DARK_AS_EVER = 1.1;
const PAINTED = 1.3;

function livingTable(rows: readonly LivingRow[]): string {
  const breaths = known(rows.map(({ breath }) => breath));
  const [iris, lids] = [rows.flatMap((row) => row.iris), rows.flatMap((row) => row.lids)];
  const count = (values: readonly number[], most: number): string =>
    `${values.filter((value) => value <= most).length} of ${values.length}`;
  return [
    table(
      ["what lives", "least / median / most", "holds"],
      [
        ["a breath lifts the body, px", range(breaths), within(breaths, 0.5, 3.5)],
        [
          "change beyond the outline, levels",
          String(worstOf(rows.map(({ leak }) => leak))),
          `${rows.filter(({ leak }) => leak === 0).length} of ${rows.length} unchanged`,
        ],
        [
          "iris below a half-closed lid, of the open eye's lightness",
          range(iris),
          `${count(iris, DARK_AS_EVER)} no lighter than ${DARK_AS_EVER}`,
        ],
        ...lagLines(rows),
        [
          "closed lid, of the lightness of the skin round it",
          range(lids),
          `${count(lids, PAINTED)} no lighter than ${PAINTED}`,
        ],
      ],
    ),
    `${rows.length - breaths.length} of ${rows.length} photos show no body that could breathe.`,
  ].join("\n\n");
}

/** What hangs on a head follows it so much later, seconds: less is stiff, more swims. */
const LATE = { hair: [0.01, 0.15], neck: [0.09, 0.15] } as const;

function lagLines(rows: readonly LivingRow[]): string[][] {
  return (["hair", "neck"] as const).map((part) => {
    const lags = known(rows.map(({ lag }) => lag[part]));
    const [least, most] = LATE[part];
    return [`${part} follows the face by, s`, range(lags, 3), within(lags, least, most)];
  });
}

/** The least, the middle and the largest of some values; empty of none. */
function range(values: readonly number[], digits = 2): string {
  if (values.length === 0) return "";
  return [Math.min(...values), median(values), worstOf(values)].map((value) => value.toFixed(digits)).join(" / ");
}

/** How many of some values lie where they should. */
function within(values: readonly number[], least: number, most: number): string {
  return `${values.filter((value) => value >= least && value <= most).length} of ${values.length} by ${least} to ${most}`;
}

function eyeCounts(rows: readonly GestureRow[]): string {
  const eyes = rows
    .filter(({ gesture }) => gesture === "blink")
    .flatMap((row) => row.eyes)
    .filter(({ openAtStart, width }) => openAtStart && width >= LEAST_EYE);
  if (eyes.length === 0) return "";
  const share = (count: number): string => `${count} of ${eyes.length} (${Math.round((100 * count) / eyes.length)} %)`;
  const either = eyes.filter(({ closedByEyeState, closedByLids }) => closedByEyeState || closedByLids).length;
  const strict = eyes.filter(({ closedByEyeState }) => closedByEyeState).length;
  return `Open eyes of ${LEAST_EYE} px and wider that close in \`blink\`: ${share(either)} by at least one judge, ${share(strict)} by fr_eye.`;
}

/** The clips to look at first, by name. */
function offenders(rows: readonly GestureRow[]): string {
  const name = ({ photo, gesture }: GestureRow): string => `${photo} ${gesture}`;
  const list = (title: string, worst: readonly GestureRow[], say: (row: GestureRow) => string): string =>
    worst.length === 0 ? "" : [`**${title}**`, "", ...worst.map((row) => `- ${name(row)}: ${say(row)}`)].join("\n");
  const most = (by: (row: GestureRow) => number, over: number): GestureRow[] =>
    rows
      .filter((row) => by(row) > over)
      .sort((a, b) => by(b) - by(a))
      .slice(0, OFFENDERS);
  return [
    list(
      "Gesture not seen by the judges",
      rows.filter(({ achieved }) => achieved === false),
      ({ detail }) => detail,
    ),
    list(
      "Identity",
      most(({ identity }) => identity.worst, 0.3),
      ({ identity }) => identity.worst.toFixed(3),
    ),
    list(
      "Sharpness",
      most(({ sharpness }) => 1 - sharpness, 0.1),
      ({ sharpness }) => sharpness.toFixed(2),
    ),
    list(
      "Background",
      most(({ background }) => background, 0),
      ({ background }) => String(background),
    ),
    list(
      "Jerk",
      most(({ jerk }) => jerk, 12),
      ({ jerk }) => jerk.toFixed(1),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function reenactmentTable(rows: readonly ReenactmentRow[]): string {
  const head = [
    "video",
    "frames",
    "explained",
    "PSNR clip / still (dB)",
    "SSIM clip / still",
    "landmarks clip / still (% of face width)",
    "jerk real / clip",
    "holds",
  ];
  const lines = [...rows]
    .sort((a, b) => a.video.localeCompare(b.video))
    .map((row) => {
      const { clip, still, jerk } = row;
      const pair = (a: number, b: number, digits: number): string => `${a.toFixed(digits)} / ${b.toFixed(digits)}`;
      return [
        row.video,
        String(row.frames),
        row.explained.toFixed(2),
        pair(clip.psnr, still.psnr, 1),
        pair(clip.ssim, still.ssim, 3),
        pair(clip.akd, still.akd, 2),
        pair(jerk.real, jerk.clip, 1),
        holds(row) ? "yes" : "no",
      ];
    });
  const count = rows.filter(holds).length;
  const note = `Landmark distance at most half of the still's and PSNR above it: ${count} of ${rows.length} videos.`;
  return [table(head, lines), note].join("\n\n");
}

function holds({ clip, still }: ReenactmentRow): boolean {
  return clip.akd <= still.akd / 2 && clip.psnr > still.psnr;
}

function skipList(rows: readonly SkipRow[]): string {
  const lines = rows.map(
    ({ photo, gesture, reason }) => `- ${photo}${gesture === null ? "" : ` ${gesture}`}: ${reason}`,
  );
  return ["**Not animated**", "", ...lines.sort()].join("\n");
}
