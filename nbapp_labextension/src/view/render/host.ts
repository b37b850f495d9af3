/** The host draws: MIME bundles through the render registry that the notebook already has. */
import type { Context, RenderMime } from "./renderer";

type Bundle = Record<string, unknown>;

/** The element of a bundle drawn by the host, or null where it cannot. */
export async function drawByHost(
  context: Context,
  bundle: Bundle,
  options: { trusted?: boolean; metadata?: Bundle; mimeType?: string } = {},
): Promise<HTMLElement | null> {
  const registry = context.manager.rendermime;
  const trusted = options.trusted ?? false;
  const mimeType = options.mimeType ?? registry?.preferredMimeType(bundle, trusted ? "any" : "ensure");
  if (!registry || !mimeType) return null;
  const renderer = registry.createRenderer(mimeType);
  const model = registry.createModel({ data: bundle, metadata: options.metadata ?? {}, trusted });
  await renderer.renderModel(model);
  attach(renderer, context);
  return renderer.node;
}

/** Tell the host's widget when it is in the document and when it is not, as its own layout would. */
function attach(renderer: ReturnType<RenderMime["createRenderer"]>, context: Context): void {
  const tell = (...types: string[]) => types.forEach((type) => renderer.processMessage?.({ type }));
  let shown = false;
  context.signal.addEventListener("abort", () => {
    // Detached in Lumino's sense first: its dispose() would refuse what is no longer in the document.
    if (shown) tell("before-detach", "after-detach");
    renderer.dispose();
  });
  void context.shown().then(() => {
    shown = true;
    tell("before-attach", "after-attach");
    let width = 0;
    const sizes = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === width) return;
      width = entry.contentRect.width;
      renderer.processMessage?.({ type: "resize", width: -1, height: -1 });
    });
    sizes.observe(renderer.node.parentElement ?? renderer.node);
    context.signal.addEventListener("abort", () => sizes.disconnect());
  });
}
