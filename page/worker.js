/**
 * Takes photos that are shared to the installed page, and nothing else: the page is not to be seen from a cache. What is shared
 * waits in the browser, under this name, until the page has picked it up (`web/src/shared.ts`).
 */
const SHARED = "shared";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "POST" && new URL(url).pathname === "/share") event.respondWith(take(event.request));
});

async function take(request) {
  const shared = await caches.open(SHARED);
  const files = (await request.formData()).getAll("photos").filter((file) => typeof file !== "string");
  await Promise.all(
    files.map((file, i) => {
      const headers = { "content-type": file.type, "x-name": encodeURIComponent(file.name) };
      return shared.put(`/shared/${Date.now()}-${i}`, new Response(file, { headers }));
    }),
  );
  return Response.redirect("/", 303);
}
