/**
 * What the reader opens of a container, where the script wants to know: the value of an ipywidget that has no view of
 * its own. The container is its view.
 */
import type { Context, Props } from "./renderer";

/** The part of a widget's model that we use. */
interface Model {
  get(trait: string): unknown;
  set(trait: string, value: unknown): void;
  save_changes(): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

/** Whether the script knows what the reader opens. */
export function isTracked(props: Props): boolean {
  return typeof props["model_id"] === "string";
}

/**
 * Follow the value, wherever it is changed; the reader's own choice counts at once, even before the model is here.
 *
 * @param moved told the value when it is known, and whenever it has changed
 * @returns what the reader's choice is given to
 */
export function follow<T>(
  props: Props,
  context: Context,
  trait: "index" | "value",
  moved: (value: T) => void,
): (value: T) => void {
  if (!isTracked(props)) return () => {};
  let model: Model | undefined;
  let early: { value: T } | undefined;
  const tell = () => moved(model!.get(trait) as T);
  const choose = (value: T) => {
    if (!model) early = { value };
    else if (model.get(trait) !== value) {
      model.set(trait, value);
      model.save_changes();
    }
  };
  void context.manager.get_model(String(props["model_id"])).then((found) => {
    if (context.signal.aborted) return;
    model = found as Model;
    model.on(`change:${trait}`, tell);
    context.signal.addEventListener("abort", () => model!.off(`change:${trait}`, tell));
    if (early) choose(early.value);
    else tell();
  });
  return choose;
}
