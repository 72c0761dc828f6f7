import type { Page } from "playwright-core";

/** So many stops are gone through at most. */
const STOPS = 60;

/** Goes on with the tabulator until something of this name has the focus, as somebody without a mouse. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < STOPS; presses++) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(`(({ activeElement: one }) =>
      one?.getAttribute("aria-label") ?? one?.getAttribute("placeholder") ?? one?.textContent ?? "")(document)`);
    if (name.test(String(label).trim())) return;
  }
  throw new Error(`no way to ${name.source} with the keyboard`);
}

/** Goes there, and presses it. */
export async function pressOn(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}
