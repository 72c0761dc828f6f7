/**
 * Keeps the screen on, also after the page was out of sight; returns how to let go. `onDark` hears when this browser does not do
 * that: most do it behind https alone.
 */
export function keepAwake(onDark: () => void): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== "visible") return;
    lock = await navigator.wakeLock.request("screen");
    if (over) await lock.release();
  };
  const again = (): void => void ask().catch(onDark);
  if ("wakeLock" in navigator) {
    again();
    document.addEventListener("visibilitychange", again);
  } else onDark();
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", again);
    void lock?.release();
  };
}
