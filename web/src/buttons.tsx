import { useLayoutEffect, useRef } from "preact/hooks";
import type { Button, ButtonGroup } from "../../src/bots/port/chat-port.ts";
import type { PageMessage } from "../../src/bots/web/protocol.ts";
import { GestureFace } from "./gesture-face.tsx";
import { canCopy, canShare, copyStill, share } from "./pass-on.ts";
import { useSay } from "./say.ts";

interface ButtonsProps {
  readonly message: PageMessage;
  readonly waits: (data: string) => boolean;
  readonly onTap: (data: string) => void;
  readonly onNews: (text: string) => void;
}

/** Whatever buttons a message has, group by group. */
export function Buttons({ message, waits, onTap, onNews }: ButtonsProps) {
  const say = useSay();
  const groups = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  // When other buttons take the place of those that were tapped, the keyboard's focus stays among them.
  useLayoutEffect(() => {
    if (inside.current && document.activeElement === document.body) groups.current?.querySelector("button")?.focus();
  }, [message.keyboard]);
  return (
    <div
      class="groups"
      ref={groups}
      onFocusIn={() => {
        inside.current = true;
      }}
      onPointerDown={() => {
        inside.current = false;
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget !== null) inside.current = false;
      }}
    >
      {message.keyboard.map((group, i) => (
        <div
          key={`${group.kind} ${i}`}
          class={`group ${group.kind}`}
          role="group"
          aria-label={group.title ?? say(`page-${group.kind}`)}
        >
          {group.buttons.map((button) =>
            button.file === true && message.clipUrl !== null ? (
              <a key={button.data} class="button" href={message.clipUrl} download="keepsake.mp4">
                {say("page-download")}
              </a>
            ) : (
              <Tappable key={button.data} button={button} kind={group.kind} waits={waits} onTap={onTap} />
            ),
          )}
          {group.share !== undefined && message.clipUrl !== null && (
            <PassOn url={message.clipUrl} label={group.share.label} title={message.text} onNews={onNews} />
          )}
        </div>
      ))}
    </div>
  );
}

interface TappableProps {
  readonly button: Button;
  readonly kind: ButtonGroup["kind"];
  readonly waits: (data: string) => boolean;
  readonly onTap: (data: string) => void;
}

function Tappable({ button, kind, waits, onTap }: TappableProps) {
  const say = useSay();
  const { label, data, current, danger, gesture } = button;
  const number = kind === "faces" && /^\d+$/.test(label);
  return (
    <button
      type="button"
      class={danger === true ? "danger" : ""}
      aria-pressed={current}
      aria-busy={waits(data)}
      aria-label={number ? `${say("page-face")} ${label}` : undefined}
      onClick={() => onTap(data)}
    >
      {gesture !== undefined && <GestureFace gesture={gesture} />}
      {label}
    </button>
  );
}

interface PassOnProps {
  readonly url: string;
  readonly label: string;
  readonly title: string;
  readonly onNews: (text: string) => void;
}

/** Ways to pass a clip on that this browser has. */
function PassOn({ url, label, title, onNews }: PassOnProps) {
  const say = useSay();
  const copy = (): void => {
    copyStill(url).then(
      () => onNews(say("page-copied")),
      () => onNews(say("page-copy-failed")),
    );
  };
  return (
    <>
      {canShare() && (
        <button type="button" onClick={() => void share(url, title).catch(() => onNews(say("page-copy-failed")))}>
          {label}
        </button>
      )}
      {canCopy() && (
        <button type="button" onClick={copy}>
          {say("page-copy")}
        </button>
      )}
    </>
  );
}
