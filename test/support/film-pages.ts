import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { openBrowser, PageVisits } from "./browser.ts";
import { FilmStudio } from "./film-studio.ts";
import { startWebRig } from "./web-rig.ts";

/** Pages with a film for every clip, in one browser for all tests of a `describe`, that is started with these arguments. */
export function filmPages(args: readonly string[] = []) {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(args);
  });
  afterAll(async () => {
    await browser.close();
  });
  return {
    /** A server of its own, and a page of somebody new, which is to have no trouble until the test ends. */
    open: async (options: BrowserContextOptions = {}) => {
      const studio = new FilmStudio();
      const rig = await startWebRig({}, undefined, [], { studio });
      const visits = new PageVisits(rig.url, browser);
      const page = await visits.visit(options);
      onTestFinished(async () => {
        studio.release();
        await page.context().close();
        expect(visits.troubles).toEqual([]);
      });
      return { ...rig, studio, page };
    },
    /** For a page of somebody who may not come in yet. */
    newContext: async (options: BrowserContextOptions): Promise<BrowserContext> => browser.newContext(options),
  };
}
