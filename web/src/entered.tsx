import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Session } from "../../src/bots/web/protocol.ts";
import { CallFailed } from "./call-failed.ts";
import { enter } from "./calls.ts";
import { Closed } from "./closed.tsx";
import { SayContext, sayWith } from "./say.ts";

interface EnteredProps {
  readonly children: (session: Session) => ComponentChildren;
}

/** What is behind the door, for whoever may come in, in their language. */
export function Entered({ children }: EnteredProps) {
  const [session, setSession] = useState<Session | "invitation" | "unreachable" | null>(null);
  useEffect(() => {
    enter().then(setSession, (error: unknown) => {
      const reason = error instanceof CallFailed ? error.reason : "unreachable";
      setSession(reason === "invitation" ? "invitation" : "unreachable");
    });
  }, []);
  const say = useMemo(() => sayWith(session !== null && typeof session === "object" ? session.texts : {}), [session]);
  if (session === null) return null;
  if (typeof session === "string") return <Closed why={session} onEntered={setSession} />;
  document.documentElement.lang = session.locale;
  return <SayContext.Provider value={say}>{children(session)}</SayContext.Provider>;
}
