/** Those who want no motion. */
export const CALM = matchMedia("(prefers-reduced-motion: reduce)");

/** Plays a film as long as it is in sight; returns how to end that. `onRefused` hears when this browser plays nothing by itself. */
export function playInSight(film: HTMLVideoElement, onRefused: () => void = () => undefined): () => void {
  const watch = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting === true) film.play().catch(onRefused);
    else film.pause();
  });
  watch.observe(film);
  return () => watch.disconnect();
}
