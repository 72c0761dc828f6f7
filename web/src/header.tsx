import type { Command } from "./calls.ts";
import { useSay } from "./say.ts";

interface HeaderProps {
  readonly ask: (name: Command) => void;
  readonly lost: boolean;
}

/** The name, and what can be asked without a photo. */
export function Header({ ask, lost }: HeaderProps) {
  const say = useSay();
  return (
    <header>
      <h1>
        <img src="/icon.svg" alt="" width="36" height="36" />
        Keepsake
      </h1>
      <nav aria-label={say("page-menu")}>
        {(["help", "privacy", "forget"] as const).map((name) => (
          <button key={name} type="button" class="quiet" onClick={() => ask(name)}>
            {say(`page-${name}`)}
          </button>
        ))}
      </nav>
      {lost && (
        <p class="lost" role="status">
          {say("page-offline")}
        </p>
      )}
    </header>
  );
}
