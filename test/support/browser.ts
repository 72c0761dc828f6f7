import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { addressOf, BotProcess } from "./fake-telegram/bot-process.ts";
import { album } from "./photos.ts";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/** The browser of this machine: the one that CHROMIUM_PATH names, or one from the system's packages. Undefined without one. */
export const CHROMIUM = [process.env["CHROMIUM_PATH"] ?? "", ...PLACES].find((path) => path !== "" && existsSync(path));

/** What is said where there is none. */
export const WITHOUT = "The page is not tested in a browser: install Chromium, or name one with CHROMIUM_PATH.";
// A machine that decides whether a change lands must not leave anything out.
if (CHROMIUM === undefined && process.env["CI"] !== undefined) throw new Error(WITHOUT);
/** Four people side by side. */
export const GROUP = album("four-together.jpg");

/** The screens that a page is looked at on. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };
export const DESK = { viewport: { width: 1280, height: 860 } };

/** A browser that looks at a page. */
export class PageVisits {
  /** Requests to elsewhere, errors of the page, and what the browser forbade it: there should be none. */
  readonly troubles: string[] = [];

  constructor(
    readonly url: string,
    private readonly browser: Browser,
  ) {}

  /** The page as somebody new sees it, once it is ready for a photo. */
  async visit(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.open(options);
    await page.locator(".welcome").waitFor();
    return page;
  }

  /** The page as it is first seen, also by somebody who may not come in. */
  async open(options: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    page.on("request", (request) => {
      const address = request.url();
      if (!address.startsWith(this.url) && !address.startsWith("blob:")) this.troubles.push(`request to ${address}`);
    });
    page.on("pageerror", (error) => this.troubles.push(error.message));
    page.on("console", (message) => {
      // What the server refuses on purpose, and a connection that a test has cut, is logged by the browser, too.
      if (message.type() === "error" && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text()))
        this.troubles.push(message.text());
    });
    // From now on, so that a dialog cannot open before somebody waits for it.
    page.on("filechooser", () => undefined);
    await page.goto(this.url);
    return page;
  }
}

/** Starts the browser. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  // Containers have no sandbox of their own to give.
  const args = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...more];
  return chromium.launch({ ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }), args });
}

/** `npm start` without a token, and a browser that looks at its page. */
export class PageBench {
  private constructor(
    private readonly visits: PageVisits,
    private readonly browser: Browser,
    private readonly bot: BotProcess,
    private readonly folder: string,
  ) {}

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<PageBench> {
    const folder = await mkdtemp(join(tmpdir(), "keepsake-page-"));
    const bot = new BotProcess(folder, { WEB_PORT: "0", ...settings });
    const url = await addressOf(bot);
    const browser = await openBrowser();
    return new PageBench(new PageVisits(url, browser), browser, bot, folder);
  }

  get url(): string {
    return this.visits.url;
  }

  get troubles(): readonly string[] {
    return this.visits.troubles;
  }

  async visit(options?: BrowserContextOptions): Promise<Page> {
    return this.visits.visit(options);
  }

  /** The page as somebody sees it who may not come in yet. */
  async stranger(options: BrowserContextOptions): Promise<Page> {
    return this.visits.open(options);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.bot.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A file as somebody chooses it. */
export interface ChosenPicture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Posts a picture, or several at once, as somebody who chooses them. */
export async function choosePhoto(page: Page, files: string | ChosenPicture | readonly ChosenPicture[]) {
  await page.locator("input[type=file]").first().setInputFiles(files);
}

/** Waits until a clip that shows this is seen. */
export async function clipOf(page: Page, caption: string): Promise<void> {
  await page.locator(`.stage video[aria-label*="${caption}"]`).waitFor();
}

/** Waits until a gesture is the one that is shown. */
export async function pressed(page: Page, gesture: string): Promise<void> {
  await clipOf(page, gesture);
  await page.locator('.controls > .gestures > .chip[aria-pressed="true"]', { hasText: gesture }).waitFor();
}

/** What axe-core finds serious or worse on the page, as it is. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`);
}
