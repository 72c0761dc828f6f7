import { expect, it } from "vitest";
import { DiscordApi } from "../../../../src/bots/discord/api.ts";
import { CommandLinks } from "../../../../src/bots/discord/command-links.ts";
import { registerCommands } from "../../../../src/bots/discord/register.ts";
import { systemClock } from "../../../../src/clock.ts";
import { localeOf, OTHER_LOCALES } from "../../../../src/texts/locales.ts";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { APPLICATION, TOKEN } from "../../../support/fake-discord/world.ts";

it("commands are told once, in every language, for servers and for persons", async () => {
  const { world } = await startRig();
  const names = world.commands.map(({ name }) => name);
  expect(names).toEqual([
    "animate",
    "help",
    "privacy",
    "forget",
    "report",
    "verify",
    "Animate",
    "Use as motion",
    "Made by Keepsake?",
    "Report clip",
  ]);
  const [animate] = world.commands;
  expect(animate).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  const codes = Object.keys(animate?.name_localizations ?? {});
  expect(codes).toEqual(expect.arrayContaining(["de", "es-419", "es-ES", "fr", "ja", "pt-BR", "ru", "zh-CN", "zh-TW"]));
  expect([...new Set(codes.map(localeOf))].sort()).toEqual([...OTHER_LOCALES].sort());
  expect(animate?.description_localizations?.ru).toBe("Оживить лицо на фотографии");
  expect(animate?.options?.map(({ type }) => type)).toEqual([11, 3, 4, 5, 3, 4, 11, 11]);
});

it("and again only when they have changed", async () => {
  const { world, discord } = await startRig();
  const api = new DiscordApi({ token: TOKEN, apiRoot: discord.apiRoot }, systemClock);
  const register = async (installs = { servers: true, users: true }) =>
    registerCommands({ api, application: APPLICATION, installs, links: new CommandLinks() });
  await register();
  expect(discord.calls("setCommands")).toHaveLength(1);
  const [animate] = world.commands;
  if (animate !== undefined) animate.description = "Something else";
  await register();
  expect(discord.calls("setCommands")).toHaveLength(2);
  await register({ servers: true, users: false });
  expect(discord.calls("setCommands")).toHaveLength(3);
  expect(world.commands[0]).toMatchObject({ integration_types: [0], contexts: [0, 1] });
  api.close();
});

it("an application that persons cannot install asks for no more than that", async () => {
  const { world } = await startRig({
    before: ({ world: fresh }) => {
      fresh.installs = { "0": {} };
    },
  });
  expect(world.commands.every(({ integration_types }) => integration_types?.length === 1)).toBe(true);
});
