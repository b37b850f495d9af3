/** Mounts an ipywidget inside a slot and plays the part of its Lumino parent: attach, resize, dispose. */
import { whenShown } from "../attach";
import type { Context, WidgetView } from "./renderer";

/** The part of a widget's model that tells whether the kernel has its newest value (ipywidgets' throttle). */
export interface WidgetModel {
  _pending_msgs?: number;
  _msg_buffer?: unknown;
}

const models = new WeakMap<Element, WidgetModel>();

/** The models of the widgets that are mounted in an element. */
export function modelsIn(el: Element): WidgetModel[] {
  const holders = [...el.querySelectorAll(".nbapp-input-widget, .nbapp-widget")];
  return holders.flatMap((holder) => models.get(holder) ?? []);
}

/** @returns the widget's view; it is removed when the drawing ends */
export async function mountWidget(
  el: HTMLElement,
  modelId: string,
  context: Context,
): Promise<WidgetView | null> {
  const { manager, signal } = context;
  const model = await manager.get_model(modelId);
  const view = await manager.create_view(model, {});
  if (signal.aborted) {
    view.remove();
    return null;
  }
  models.set(el, model as WidgetModel);
  const lumino = view.luminoWidget;
  // The kernel may close a widget before its slot goes: then its view has gone by itself.
  const tell = (message: object) => {
    if (!lumino?.isDisposed) lumino?.processMessage(message);
  };
  tell({ type: "before-attach" });
  el.append(view.el);
  let attached = false;
  const sizes = new ResizeObserver(() => {
    if (attached) tell({ type: "resize", width: -1, height: -1 });
  });
  whenShown(el, signal, () => {
    attached = true;
    if (lumino) {
      tell({ type: "after-attach" });
      tell({ type: "after-show" });
    } else view.trigger?.("displayed");
    sizes.observe(el);
  });
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    // Detached in Lumino's sense first: its dispose() would refuse what is no longer in the document.
    if (attached) for (const type of ["before-detach", "after-detach"]) tell({ type });
    try {
      view.remove();
    } catch {
      view.el.remove(); // parts of its own (a map's controls) that believe themselves attached
    }
  });
  return view;
}
