// The first file of a render thread. Sources are TypeScript, and a thread does not inherit the loader of its process.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
