import { GESTURE_ORDER } from "../pipeline/motion/gesture-order.ts";

export const PROGRAM_HELP = `
Try it:
  keepsake animate grandmother.jpg                 makes grandmother.mp4
  keepsake animate wedding.jpg --face all          everyone moves
  keepsake animate album/ --out-dir clips          a folder of photos, in one go
  keepsake doctor                                  is everything there?

Exit status: 0 all went well, 2 wrong usage, 3 a problem that you can mend (the message says how), 1 a bug.`;

export const ANIMATE_HELP = `
Gestures:
  ${GESTURE_ORDER.slice(0, 7).join(", ")},
  ${GESTURE_ORDER.slice(7).join(", ")}

Examples:
  keepsake animate grandmother.jpg
  keepsake animate grandmother.jpg --gesture nod,smile --out smile.gif
  keepsake animate wedding.jpg --face all --out everyone.webp
  keepsake animate album/ --out-dir clips --format webp --size 480
  keepsake animate grandmother.jpg --out sheet.png        a sheet of frames
  keepsake animate grandmother.jpg --driver my-nod.json
  keepsake animate grandmother.jpg --music waltz.mp3      she moves to it, and it is heard
  keepsake animate - --out - < grandmother.jpg > clip.mp4

Nothing is written over without --force; of several photos those that have their clip already are left out.`;

export const WATCH_HELP = `
It goes on until Ctrl+C. Photos that have their clip already are left alone; delete a clip to have it made anew.

Example:
  keepsake watch ~/Pictures/family --gesture smile --format gif`;

export const VERIFY_HELP = `
A mark that is found tells where a clip comes from. That none is found proves nothing: marks can be removed, and other
programs leave none.

Examples:
  keepsake verify clip.mp4
  keepsake verify --json downloads/*.gif`;

export const COMPLETION_HELP = `
To have it in every new shell:
  bash   keepsake completion bash > ~/.local/share/bash-completion/completions/keepsake
  zsh    keepsake completion zsh > "\${fpath[1]}/_keepsake"
  fish   keepsake completion fish > ~/.config/fish/completions/keepsake.fish`;
