import type { Page } from "playwright-core";

/** Watches a page for what people would stumble over. */
export interface PageWatch {
  /** How much has moved by itself since the page was opened or loaded again, as Chromium counts layout shifts. */
  shifts(): Promise<number>;
  /** What those hear who do not see the page, in order. */
  heard(): Promise<readonly string[]>;
  /** What is wider than the page, or than its own button. */
  tooWide(): Promise<readonly string[]>;
  /** What one taps that is smaller than a fingertip (44 CSS pixels; faces in a photo are as large as they are). */
  tooSmall(): Promise<readonly string[]>;
  /** What one taps or watches that lies, in sight, under something else. */
  covered(): Promise<readonly string[]>;
  /** What a toast lies over that it may tell of, or that is used most. */
  underToast(): Promise<readonly string[]>;
}

const BEGIN = `
  window.shifts = 0;
  window.heard ??= [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver(() => {
    const said = document.querySelector(".unseen")?.textContent ?? "";
    if (said !== "" && said !== window.heard.at(-1)) window.heard.push(said);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });`;

const NAME = `const name = (one) => (one.ariaLabel ?? one.textContent).trim() + " " + one.className;`;
const SEEN = `const seen = [...document.querySelectorAll("button, a, input[type=range], .stage video, .trouble p")].filter((one) =>
  one.checkVisibility({ visibilityProperty: true }) && !one.matches(".linked, :disabled"));`;

const TOO_WIDE = `(() => { ${NAME} ${SEEN}
  const page = document.documentElement;
  // Without leave to break words, everything still fits.
  const isBroken = (word) => {
    word.style.cssText = "overflow-wrap: normal; hyphens: manual";
    const broken = word.scrollWidth > word.parentElement.clientWidth + 1;
    word.style.cssText = "";
    return broken;
  };
  return [
    ...(page.scrollWidth > page.clientWidth ? ["the page: " + page.scrollWidth] : []),
    ...seen.filter((one) => one.scrollWidth > one.clientWidth + 1 && !one.matches(".spot, input, .chip")).map(name),
    ...seen.filter((one) => one.matches(".gestures .chip") && isBroken(one.querySelector(".chip-word"))).map(name),
    ...(document.querySelector("header")?.getBoundingClientRect().height > 80 ? ["the header, on two lines"] : []),
  ];
})()`;

const TOO_SMALL = `(() => { ${NAME} ${SEEN}
  return seen.filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return !one.matches(".spot, input") && Math.min(width, height) < 44;
  }).map(name);
})()`;

/** Only what is wholly in sight is asked about: the rest of it is under the edge of a window, or of the clip that stays. */
const COVERED = `(() => { ${NAME} ${SEEN}
  const sheet = document.querySelector(":popover-open, dialog:open");
  const stages = [...document.querySelectorAll(".stage")];
  return seen.filter((one) => {
    if (sheet !== null && !sheet.contains(one)) return false;
    const { left, right, top, bottom } = one.getBoundingClientRect();
    if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) return false;
    const frame = one.closest(".faces-window, .earlier, .popover")?.getBoundingClientRect();
    if (frame && (left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom)) return false;
    const stays = stages.some((stage) => !stage.contains(one) && stage.getBoundingClientRect().bottom > top
      && stage.getBoundingClientRect().top < top && stage.closest("article")?.contains(one) && innerWidth < 736);
    if (stays) return false;
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    // Where a film waits for a tap, its button lies on it.
    if (one.matches("video") && there?.closest(".film-button") !== null) return false;
    return there === null || (!one.contains(there) && !there.contains(one) && there.closest("label")?.contains(one) !== true);
  }).map(name);
})()`;

const UNDER_TOAST = `(() => {
  const toast = document.querySelector(".toast > div")?.getBoundingClientRect();
  if (toast === undefined) return ["there is no toast"];
  return [...document.querySelectorAll(".stage, .clip-actions, .controls > .gestures, .reel, dialog[open]")].filter((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top < toast.bottom && bottom > toast.top;
  }).map((one) => one.className);
})()`;

/** Begins to watch; once more after the page was loaded again. */
export async function watchPage(page: Page): Promise<PageWatch> {
  await page.evaluate(BEGIN);
  const list = async (what: string): Promise<readonly string[]> => page.evaluate<string[]>(what);
  return {
    shifts: async () => page.evaluate<number>("window.shifts"),
    heard: async () => list("window.heard"),
    tooWide: async () => list(TOO_WIDE),
    tooSmall: async () => list(TOO_SMALL),
    covered: async () => list(COVERED),
    underToast: async () => list(UNDER_TOAST),
  };
}
