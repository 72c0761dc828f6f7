import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";
import type { Upload } from "./queue.ts";
import type { Uploads } from "./use-uploads.ts";

/** The photos that wait in this browser, or could not be sent, each with its name and what can be done about it. */
export function UploadList({ uploads }: { readonly uploads: Uploads }) {
  const say = useSay();
  const waiting = uploads.list.filter(({ state }) => state === "waiting" || state === "failed");
  if (waiting.length === 0) return null;
  return (
    <ul class="uploads" aria-label={say("page-waiting")}>
      {waiting.map((upload) => (
        <Waiting key={upload.id} upload={upload} uploads={uploads} />
      ))}
    </ul>
  );
}

function Waiting({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }) {
  const say = useSay();
  const { id, name, preview, state, why } = upload;
  const failed = state === "failed";
  return (
    <li class={failed ? "failed" : ""}>
      {preview === null ? (
        <span class="upload-picture" />
      ) : (
        <img
          class="upload-picture"
          src={preview}
          alt=""
          onError={({ currentTarget }) => {
            currentTarget.style.visibility = "hidden";
          }}
        />
      )}
      <p>
        <b>{name}</b>
        <span role={failed ? "alert" : undefined}>{why === null ? say("page-waiting") : say(why)}</span>
      </p>
      {failed && (
        <button type="button" onClick={() => uploads.again(id)}>
          {say("page-again")}
        </button>
      )}
      <button
        type="button"
        class="plain-icon"
        aria-label={`${say("page-remove")}: ${name}`}
        onClick={() => uploads.remove(id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
