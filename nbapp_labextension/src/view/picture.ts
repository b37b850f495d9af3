/** A living view hides the static picture that stands beside it in the cell's output. */
const shown = new Map<string, { count: number; style: HTMLStyleElement }>();

/** Hide the picture of an app until the returned function is called (by each view that hides it). */
export function hidePicture(app: string): () => void {
  let entry = shown.get(app);
  if (!entry) {
    const style = document.createElement("style");
    const name = `.nbapp-picture-${CSS.escape(app)}`;
    style.textContent = `${name}, .jp-OutputArea-child:has(${name}) { display: none !important; }`;
    document.head.append(style);
    shown.set(app, (entry = { count: 0, style }));
  }
  entry.count += 1;
  const held = entry;
  return () => {
    held.count -= 1;
    if (held.count > 0) return;
    held.style.remove();
    shown.delete(app);
  };
}
