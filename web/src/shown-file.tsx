import { useEffect, useState } from "preact/hooks";
import { CALM } from "./in-sight.ts";

/** A file that somebody has chosen, as far as this browser can show it, with its name. */
export function ShownFile({ file, busy }: { readonly file: File; readonly busy: boolean }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const onError = (): void => setUrl(null);
  return (
    <figure class={busy ? "shown busy" : "shown"}>
      {url !== null &&
        (file.type.startsWith("video/") ? (
          <video src={url} muted loop playsInline autoplay={!CALM.matches} aria-label={file.name} onError={onError} />
        ) : (
          <img src={url} alt="" onError={onError} />
        ))}
      <figcaption>{file.name}</figcaption>
    </figure>
  );
}
