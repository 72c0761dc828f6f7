import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { CallFailed } from "./call-failed.ts";

/** Says a text of the page by its key, or what to say about a call that failed. */
export type Say = (what: unknown) => string;

const TROUBLE = {
  tooLarge: "error-fileTooLarge",
  tooMany: "page-too-many",
  full: "page-too-many",
  unfit: "error-videoUnreadable",
  notFound: "press-gone",
  strange: "error-bug",
  invitation: "page-invitation",
  unreachable: "page-offline",
  away: "page-away",
  tooLargeForWay: "page-too-large-for-way",
  video: "page-no-video",
} as const satisfies Record<CallFailed["reason"], string>;

/** The page's texts in one language. */
export function sayWith(texts: Readonly<Record<string, string>>): Say {
  return (what) => {
    if (what instanceof CallFailed && what.text !== undefined) return what.text;
    const key = typeof what === "string" ? what : TROUBLE[what instanceof CallFailed ? what.reason : "strange"];
    return texts[key] ?? key;
  };
}

export const SayContext = createContext<Say>(sayWith({}));

export function useSay(): Say {
  return useContext(SayContext);
}
