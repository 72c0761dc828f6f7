/** What file systems do not like in names, and what hides in them. */
const STRANGE = /[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu;
const MOST = 60;

/** What a clip's file is called: after whom it shows or its photo, and what they do, such as `grandmother-smile.mp4`. */
export function fileName(photo: string, gesture: string, ending: string): string {
  const name = photo.replaceAll(STRANGE, " ").trim().replaceAll(/\s+/g, "-").slice(0, MOST);
  // A name that begins with a dot would not be seen.
  return `${[name.replace(/^\.+/, "") || "keepsake", gesture].filter((part) => part !== "").join("-")}.${ending}`;
}
