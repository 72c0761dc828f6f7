import { useSay } from "./say.ts";

const NAMES = ["help", "privacy", "forget"] as const;
/** What a text can lead to. */
export type AskedName = (typeof NAMES)[number];
/** What of that can be read. */
export type ReadingName = Exclude<AskedName, "forget">;

const WORD = new RegExp(`(/(?:${NAMES.join("|")}))\\b`);
const POINT = /^• /;

interface LinkedTextProps {
  readonly text: string;
  readonly onAsk: (name: AskedName) => void;
}

/** A text of several paragraphs and points; a command in it stands as what the page itself calls it, and can be tapped. */
export function LinkedText({ text, onAsk }: LinkedTextProps) {
  return (
    <>
      {text.split("\n\n").map((paragraph, i) => {
        const lines = paragraph.split("\n");
        return lines.every((line) => POINT.test(line)) ? (
          <ul key={i}>
            {lines.map((line, at) => (
              <li key={at}>
                <Line text={line.replace(POINT, "")} onAsk={onAsk} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={i}>
            <Line text={paragraph} onAsk={onAsk} />
          </p>
        );
      })}
    </>
  );
}

function Line({ text, onAsk }: LinkedTextProps) {
  const say = useSay();
  return (
    <>
      {text.split(WORD).map((part, i) => {
        const name = NAMES.find((one) => part === `/${one}`);
        return name === undefined ? (
          part
        ) : (
          <button key={i} type="button" class="linked" onClick={() => onAsk(name)}>
            {say(`page-${name}`)}
          </button>
        );
      })}
    </>
  );
}
