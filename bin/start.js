#!/usr/bin/env node
// The bot and its page, or with the word `worker` a worker for a bot elsewhere: what `npm start` and `npm run worker` run, and what
// a service manager may run without npm.
import { launch } from "./launch.js";

const PARENT_CHECK_MS = 500;

// npm passes a request to end on to its shell only, and the shell dies of it. Then we are asked, too: without this the bot would
// go on unseen, beside the one that is started next.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, PARENT_CHECK_MS).unref();
}

await launch(process.argv[2] === "worker" ? "worker.js" : "main.js");
