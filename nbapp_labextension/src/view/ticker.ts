/** Calls something every so many seconds while an app is looked at. */

const SHORTEST = 0.05;
/** A timer of the browser holds no more milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Call `tick` every `every` seconds until `signal` is aborted.
 *
 * It rests while nobody can see `root`: the browser's tab or the notebook's is behind another one, or the kernel does
 * not answer. When it is seen again, what came due meanwhile is made up for at once, by one call.
 */
export function tickWhileSeen(root: Element, every: number, signal: AbortSignal, tick: () => void): void {
  const pause = Math.min(Math.max(every, SHORTEST) * 1000, LONGEST);
  let last = performance.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const isSeen = () =>
    !document.hidden && root.getClientRects().length > 0 && (root as HTMLElement).dataset["link"] === "live";
  const beat = () => {
    if (!isSeen()) return;
    last = performance.now();
    tick();
  };
  const start = () => {
    clearInterval(timer);
    timer = setInterval(beat, pause);
  };
  const seenAgain = () => {
    if (signal.aborted || !isSeen() || performance.now() - last < pause) return;
    beat();
    start();
  };
  start();
  document.addEventListener("visibilitychange", seenAgain, { signal });
  const sizes = new ResizeObserver(seenAgain);
  sizes.observe(root);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    sizes.disconnect();
  });
}
