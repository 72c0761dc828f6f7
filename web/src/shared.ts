/** Where photos wait that were shared to the installed page: `public/worker.js` puts them there. */
const SHARED = "shared";

/** Lets photos be shared to this page once it is installed; where that needs https and there is none, nothing happens. */
export function acceptShared(): void {
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/worker.js").catch(() => undefined);
}

/** The photos that were shared and that nobody has picked up; whoever asks has. */
export async function pickUpShared(): Promise<readonly File[]> {
  if (!("caches" in globalThis) || !(await caches.has(SHARED))) return [];
  const shared = await caches.open(SHARED);
  const files = await Promise.all(
    (await shared.keys()).map(async (request) => {
      const answer = await shared.match(request);
      if (answer === undefined) return [];
      const name = decodeURIComponent(answer.headers.get("x-name") ?? "photo");
      const file = new File([await answer.blob()], name, { type: answer.headers.get("content-type") ?? "" });
      return [file];
    }),
  );
  await caches.delete(SHARED);
  return files.flat();
}
