import { readFileSync } from "node:fs";

/** What may stand in a file of its own: `DATA_KEY_FILE` names the file that holds `DATA_KEY`. */
const SECRETS = [
  "TELEGRAM_BOT_TOKEN",
  "DISCORD_TOKEN",
  "WEB_SECRET",
  "ADMIN_SECRET",
  "DATA_KEY",
  "REDIS_URL",
  "WORKER_KEY",
] as const;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variables, with secrets read from the files that are named for them, as service managers and containers hand them over;
 * white space around a secret does not count. `problems` names what cannot be used, never a secret.
 */
export function readSecretFiles(environment: Variables): {
  readonly variables: Variables;
  readonly problems: string[];
} {
  const variables: Record<string, string | undefined> = { ...environment };
  const problems: string[] = [];
  for (const name of SECRETS) {
    const path = environment[`${name}_FILE`];
    if (path === undefined || path === "") continue;
    if ((environment[name] ?? "") !== "") problems.push(`${name}_FILE: ${name} is set as well; leave one of them out`);
    else {
      const secret = contentOf(path);
      if (secret === null) problems.push(`${name}_FILE: the file cannot be read, or is empty`);
      else variables[name] = secret;
    }
  }
  return { variables, problems };
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim() || null;
  } catch {
    return null;
  }
}
