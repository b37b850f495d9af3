/** Tells when an element has come into the document, and onto the page: a view is often drawn before its output is. */

/** Call `then` once `el` is connected, unless `signal` is aborted before. */
export function whenAttached(el: Element, signal: AbortSignal, then: () => void): void {
  if (el.isConnected) return then();
  const sizes = new ResizeObserver(check);
  let frames = 0;
  function check(): void {
    if (signal.aborted) return sizes.disconnect();
    if (!el.isConnected) return;
    sizes.disconnect();
    signal.removeEventListener("abort", check);
    if (frames >= 0) {
      frames = -1;
      then();
    }
  }
  function poll(): void {
    if (frames < 0 || signal.aborted) return;
    check();
    if (frames >= 0 && ++frames < 120) requestAnimationFrame(poll);
  }
  sizes.observe(el);
  signal.addEventListener("abort", check);
  requestAnimationFrame(poll);
}

/** Call `then` once `el` has a box on the page: not in a tab that is not chosen, nor in a folded part. */
export function whenShown(el: Element, signal: AbortSignal, then: () => void): void {
  whenAttached(el, signal, () => {
    if (el.getClientRects().length > 0) return then();
    const sizes = new ResizeObserver(() => {
      if (!signal.aborted && el.getClientRects().length === 0) return;
      sizes.disconnect();
      if (!signal.aborted) then();
    });
    sizes.observe(el);
    signal.addEventListener("abort", () => sizes.disconnect());
  });
}
