import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Session } from "../../src/bots/web/protocol.ts";
import { Icon } from "./icons.tsx";
import type { AskedName, ReadingName } from "./linked-text.tsx";
import { NameSign } from "./name-sign.tsx";
import { Popover } from "./popover.tsx";
import { ReadingDialog } from "./reading-dialog.tsx";
import { useSay } from "./say.ts";

interface HeaderProps {
  readonly session: Session;
  readonly lost: boolean;
  readonly onForget: () => void;
  /** What is done from here at this moment. */
  readonly children: ComponentChildren;
}

/** The name, what is done from here, and behind one button what can be read and deleted. */
export function Header({ session, lost, onForget, children }: HeaderProps) {
  const say = useSay();
  const [reading, setReading] = useState<ReadingName | null>(null);
  const ask = (name: AskedName): void => {
    setReading(name === "forget" ? null : name);
    if (name === "forget") onForget();
  };
  return (
    <header>
      <NameSign />
      <div class="header-actions">
        {children}
        <a class="button plain-icon" href="/album" aria-label={say("page-album")} title={say("page-album")}>
          <Icon name="heart" />
        </a>
        <Popover class="plain-icon" sign label={say("page-menu")} face={<Icon name="menu" />}>
          <div class="menu">
            {(["help", "privacy"] as const).map((name) => (
              <button key={name} type="button" data-closes onClick={() => ask(name)}>
                {say(`page-${name}`)}
              </button>
            ))}
            <a class="button" href="/verify">
              {say("page-verify")}
            </a>
            <button type="button" class="danger" data-closes onClick={onForget}>
              {say("page-forget")}
            </button>
          </div>
        </Popover>
      </div>
      {lost && (
        <p class="lost" role="status">
          {say("page-offline")}
        </p>
      )}
      <ReadingDialog session={session} name={reading} onGone={() => setReading(null)} onAsk={ask} />
    </header>
  );
}
