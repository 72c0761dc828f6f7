import { useEffect, useMemo, useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { CallFailed } from "../call-failed.ts";
import { postPhoto } from "../calls.ts";
import { type Upload, UploadQueue } from "./queue.ts";
import { madeSmall, madeToFit } from "./shrink.ts";

export interface Uploads {
  readonly list: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  /** Tells of a video that this browser cannot show. */
  readonly addStrange: (video: File) => void;
  readonly remove: (id: string) => void;
  readonly again: (id: string) => void;
  /** The connection is back. */
  readonly goOn: () => void;
}

/** The photos that are on their way from this browser, into a chat. */
export function useUploads(maxBytes: number, messages: readonly PageMessage[]): Uploads {
  const [list, setList] = useState<readonly Upload[]>([]);
  const queue = useMemo(
    () =>
      new UploadQueue({
        post: async (upload) => post(upload, maxBytes),
        later: (ms, then) => {
          const timer = setTimeout(then, ms);
          return () => clearTimeout(timer);
        },
        onChange: setList,
        newId: () => crypto.getRandomValues(new Uint32Array(3)).join("-"),
      }),
    [maxBytes],
  );
  // Either may come first: the answer that it is sent, or the chat's word.
  useEffect(() => queue.arrived(new Set(messages.flatMap(({ ticket }) => ticket ?? []))), [queue, messages, list]);
  useEffect(() => {
    const goOn = (): void => queue.goOn();
    addEventListener("online", goOn);
    return () => removeEventListener("online", goOn);
  }, [queue]);
  return {
    list,
    add: (files) => queue.add(files.map((file) => ({ file, name: file.name, preview: URL.createObjectURL(file) }))),
    addStrange: ({ name }) => {
      queue.addFailed(name, new CallFailed("video"));
    },
    remove: (id) => {
      queue.remove(id);
    },
    again: (id) => {
      queue.again(id);
    },
    goOn: () => {
      queue.goOn();
    },
  };
}

async function post({ file, name, id }: Upload, maxBytes: number): Promise<void> {
  const photo = await madeToFit(file, maxBytes);
  try {
    await postPhoto(photo, name, id);
  } catch (error) {
    const small = error instanceof CallFailed && error.reason === "tooLargeForWay" ? await madeSmall(photo) : null;
    if (small === null) throw error;
    await postPhoto(small, name, id);
  }
}
