const UNRELEASED = "## Unreleased\n";

/** The changelog with what was unreleased as a chapter of its own, or null when that is nothing. `date` as 2026-11-27. */
export function dated(changelog, version, date) {
  if (notesOf(changelog, "Unreleased") === "") return null;
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n## ${version} (${date})\n`);
}

/** What the changelog says of a version. */
export function notesOf(changelog, version) {
  const chapters = changelog.split(/^## /m).slice(1);
  const chapter = chapters.find((text) => text.startsWith(`${version}\n`) || text.startsWith(`${version} (`)) ?? "";
  return chapter.slice(chapter.indexOf("\n") + 1).trim();
}
