import { COMMANDS, type Command } from "./calls.ts";
import { useSay } from "./say.ts";

const WORD = new RegExp(`(/(?:${COMMANDS.join("|")}))\\b`);

interface LinkedTextProps {
  readonly text: string;
  readonly ask: (name: Command) => void;
}

/** What Keepsake says; a command in it stands as what the page's own menu calls it, and can be tapped. */
export function LinkedText({ text, ask }: LinkedTextProps) {
  const say = useSay();
  return (
    <>
      {text.split(WORD).map((part, i) => {
        const name = COMMANDS.find((command) => part === `/${command}`);
        return name === undefined ? (
          part
        ) : (
          <button key={i} type="button" class="linked" onClick={() => ask(name)}>
            {say(`page-${name}`)}
          </button>
        );
      })}
    </>
  );
}
