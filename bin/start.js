#!/usr/bin/env node
// The bot and its page: what `npm start` runs, and what a service manager may run without npm.
import { launch } from "./launch.js";

await launch("main.js");
