import { useState } from "preact/hooks";
import { Modal } from "../modal.tsx";
import { useSay } from "../say.ts";
import { whyNot } from "./camera.ts";
import { cameraTrouble } from "./camera-trouble.ts";
import { type Film, type FilmTrouble, faultOf, isPassing, troubleWith } from "./film.ts";
import { Measuring } from "./measuring.tsx";
import { useOwnMovements } from "./movements.ts";
import { ToChoose } from "./to-choose.tsx";
import { secondsOf } from "./video-length.ts";
import { Viewfinder } from "./viewfinder.tsx";

interface FilmDialogProps {
  /** The photo's message. */
  readonly message: string;
  /** Told the gesture that the movement is from now on. */
  readonly onMovement: (gesture: string) => void;
  readonly onGone: () => void;
}

type Step =
  | { readonly at: "choosing"; readonly trouble?: FilmTrouble }
  | { readonly at: "filming" }
  | { readonly at: "measuring"; readonly film: Film };

/** From a camera or a file to a movement, with what is to be known of that before. */
export function FilmDialog({ message, onMovement, onGone }: FilmDialogProps) {
  const say = useSay();
  const { limits } = useOwnMovements();
  const [step, setStep] = useState<Step>({ at: "choosing" });
  const fail = (trouble: FilmTrouble): void => setStep({ at: "choosing", trouble });
  const measure = (film: Film): void => setStep({ at: "measuring", film });
  const take = async (film: Film): Promise<void> => {
    // What is far too large is not even looked into.
    const fault = faultOf(film.file, null, limits) ?? faultOf(film.file, await secondsOf(film.file), limits);
    if (fault === null) measure(film);
    else fail({ what: fault });
  };
  const openCamera = (): void => {
    const trouble = whyNot();
    if (trouble === null) setStep({ at: "filming" });
    else fail({ what: `page-film-${trouble}`, noCamera: true });
  };
  return (
    <Modal title={say("page-move")} class="film" onGone={onGone}>
      {step.at === "choosing" && (
        <ToChoose trouble={step.trouble} onCamera={openCamera} onFile={(film) => void take(film)} onAgain={measure} />
      )}
      {step.at === "filming" && (
        <Viewfinder
          onFilm={measure}
          onTrouble={(error) => fail({ what: `page-film-${cameraTrouble(error)}`, noCamera: true })}
          onBack={() => setStep({ at: "choosing" })}
        />
      )}
      {step.at === "measuring" && (
        <Measuring
          film={step.film}
          message={message}
          onMovement={onMovement}
          onTrouble={(error) => fail({ what: troubleWith(error), ...(isPassing(error) && { film: step.film }) })}
          onCancel={() => setStep({ at: "choosing" })}
        />
      )}
    </Modal>
  );
}
