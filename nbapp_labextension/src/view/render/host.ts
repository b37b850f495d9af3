/** The host draws: MIME bundles through the render registry that the notebook already has. */
import type { Ink, RenderMime } from "./renderer";

type Bundle = Record<string, unknown>;

/**
 * The element of a bundle drawn by the host, or null where it cannot.
 *
 * @param options.into put it there before it is drawn: for what asks how wide its place is
 */
export async function drawByHost(
  ink: Ink,
  bundle: Bundle,
  options: { trusted?: boolean; metadata?: Bundle; mimeType?: string; into?: HTMLElement | undefined } = {},
): Promise<HTMLElement | null> {
  const registry = ink.manager.rendermime;
  const trusted = options.trusted ?? false;
  const mimeType = options.mimeType ?? registry?.preferredMimeType(bundle, trusted ? "any" : "ensure");
  if (!registry || !mimeType) return null;
  const renderer = registry.createRenderer(mimeType);
  const model = registry.createModel({ data: bundle, metadata: options.metadata ?? {}, trusted });
  options.into?.append(renderer.node);
  await renderer.renderModel(model);
  attach(renderer, ink);
  return renderer.node;
}

/** Tell the host's widget when it is in the document and when it is not, as its own layout would. */
function attach(renderer: ReturnType<RenderMime["createRenderer"]>, ink: Ink): void {
  const tell = (...types: string[]) => types.forEach((type) => renderer.processMessage?.({ type }));
  let shown = false;
  ink.signal.addEventListener("abort", () => {
    // Detached in Lumino's sense first: its dispose() would refuse what is no longer in the document.
    if (shown) tell("before-detach", "after-detach");
    renderer.dispose();
  });
  void ink.shown().then(() => {
    shown = true;
    tell("before-attach", "after-attach");
    let width = 0;
    const sizes = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === width) return;
      width = entry.contentRect.width;
      renderer.processMessage?.({ type: "resize", width: -1, height: -1 });
    });
    sizes.observe(renderer.node.parentElement ?? renderer.node);
    ink.signal.addEventListener("abort", () => sizes.disconnect());
  });
}
