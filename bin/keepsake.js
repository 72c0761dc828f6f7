#!/usr/bin/env node
// The command line.
import { join } from "node:path";
import { launch } from "./launch.js";

// npm runs scripts in Keepsake's own folder; relative paths mean the folder in which somebody typed the command.
const { INIT_CWD: caller, npm_lifecycle_event: script } = process.env;
if (script !== undefined && caller && process.cwd() === join(import.meta.dirname, "..")) process.chdir(caller);

await launch("cli.js");
