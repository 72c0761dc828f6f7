import { pino } from "pino";
import { onTestFinished } from "vitest";
import { systemClock } from "../../../../src/clock.ts";
import { LocalStudio, type LocalStudioOptions } from "../../../../src/queue/render/local-studio.ts";
import { temporaryFolder } from "../../store/open-store.ts";

const MODULE = new URL("../../../support/fake-studio-work.ts", import.meta.url).href;

export async function openStudio(options: Partial<LocalStudioOptions> = {}): Promise<LocalStudio> {
  const studio = new LocalStudio({
    renderers: 1,
    scratch: await temporaryFolder(),
    environment: { PATH: "/usr/bin:/bin" },
    clock: systemClock,
    log: pino({ level: "silent" }),
    module: MODULE,
    ...options,
  });
  onTestFinished(async () => studio.close());
  return studio;
}

/** What a render process says of itself. */
export interface Description {
  readonly pid: number;
  readonly priority: number;
  readonly temporary: string;
  readonly folder: string;
  readonly variables: readonly string[];
}
