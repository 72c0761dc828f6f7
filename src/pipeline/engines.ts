import type { OpenEngine } from "./engine.ts";
import { openMeshEngine } from "./mesh/engine.ts";
import type { EngineName } from "./request.ts";

/** The engines that ship with Keepsake. This is the only file that knows them all; see docs/library.md for one of your own. */
export const ENGINES: Readonly<Record<EngineName, OpenEngine>> = { mesh: openMeshEngine };
