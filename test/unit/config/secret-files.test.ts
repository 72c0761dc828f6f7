import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readSecretFiles } from "../../../src/config/secret-files.ts";
import { temporaryFolder } from "../store/open-store.ts";

async function fileWith(text: string): Promise<string> {
  const path = join(await temporaryFolder(), "secret");
  await writeFile(path, text);
  return path;
}

it("takes a secret from the file that is named for it", async () => {
  const path = await fileWith("QUJD\n");
  const { variables, problems } = readSecretFiles({ DATA_KEY: "", DATA_KEY_FILE: path, RENDERERS: "1" });
  expect(variables).toMatchObject({ DATA_KEY: "QUJD", RENDERERS: "1" });
  expect(problems).toEqual([]);
});

it("leaves alone what has no file", () => {
  const environment = { DATA_KEY: "QUJD", WEB_SECRET_FILE: "" };
  expect(readSecretFiles(environment)).toEqual({ variables: environment, problems: [] });
});

it("names every file that cannot be used, and no secret", async () => {
  const path = await fileWith("from-the-file");
  const empty = await fileWith("\n");
  const { problems } = readSecretFiles({
    DATA_KEY: "from-the-variable",
    DATA_KEY_FILE: path,
    ADMIN_SECRET_FILE: `${path}.gone`,
    WEB_SECRET_FILE: empty,
  });
  expect(problems).toEqual([
    "WEB_SECRET_FILE: the file cannot be read, or is empty",
    "ADMIN_SECRET_FILE: the file cannot be read, or is empty",
    "DATA_KEY_FILE: DATA_KEY is set as well; leave one of them out",
  ]);
});
