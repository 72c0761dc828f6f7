#!/usr/bin/env node
// The command line.
import { launch } from "./launch.js";

await launch("cli.js");
