/**
 * Handing in a form: first every value that was entered reaches the kernel, then the click that submits them.
 *
 * A box gives its value when it is left, and ipywidgets holds a value back while an older one of the same widget is on
 * its way. A click that overtook it would submit what the reader no longer sees.
 */
import { modelsIn, type WidgetModel } from "./render/mounted";
import { acceptable } from "./render/rule";

const BUTTON = ".nbapp-input-form_submit_button .nbapp-input-widget button";
const WRITTEN = /^(text|number|email|password|search|tel|url)$/;
const PATIENCE = 30_000;

/** Forms that wait for their values to arrive; clicks that come meanwhile are the same one. */
const waiting = new WeakSet<HTMLElement>();
/** Clicks that are made here. */
const let_through = new WeakSet<Event>();

/** Let a click on a submit button through once all that was entered has arrived and is allowed. */
export function waitBeforeSubmit(form: HTMLElement, signal: AbortSignal): void {
  const hold = (event: MouseEvent) => {
    const button = event.target instanceof Element && event.target.closest<HTMLButtonElement>(BUTTON);
    if (!button || button.disabled || let_through.has(event) || !isOf(button, form)) return;
    const allowed = commitAll(form);
    if (allowed && !waiting.has(form) && !pending(form).length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (allowed) void submit(form, button, signal);
  };
  form.addEventListener("click", hold, { capture: true, signal });
}

/** Click the first submit button at Enter in a box of one line, at Ctrl+Enter in a text area. */
export function submitOnEnter(form: HTMLElement, signal: AbortSignal): void {
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing || event.repeat || form.dataset["enter"] !== "true")
      return;
    const box = event.composedPath()[0];
    const held = event.ctrlKey || event.metaKey;
    const writes =
      (isLine(box) && !event.shiftKey && !event.altKey) || (box instanceof HTMLTextAreaElement && held);
    const button = [...form.querySelectorAll<HTMLButtonElement>(BUTTON)].find((each) => isOf(each, form));
    if (!writes || !button || button.disabled) return;
    event.preventDefault();
    button.click();
  };
  form.addEventListener("keydown", press, { capture: true, signal });
}

async function submit(form: HTMLElement, button: HTMLButtonElement, signal: AbortSignal): Promise<void> {
  if (waiting.has(form)) return;
  waiting.add(form);
  const deadline = performance.now() + PATIENCE;
  while (pending(form).length && performance.now() < deadline && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  waiting.delete(form);
  if (signal.aborted || button.disabled || !button.isConnected) return;
  const click = new MouseEvent("click", { bubbles: true, cancelable: true });
  let_through.add(click);
  button.dispatchEvent(click);
}

/** The widgets whose newest value is still on its way. */
function pending(form: HTMLElement): WidgetModel[] {
  return modelsIn(form).filter((model) => Number(model._pending_msgs) > 0 || hasBuffer(model._msg_buffer));
}

function hasBuffer(buffer: unknown): boolean {
  return typeof buffer === "object" && buffer !== null && Object.keys(buffer).length > 0;
}

/**
 * Have the box that is being written in give its value, and look at all of them.
 *
 * @returns whether all hold what they may; else the first that does not has the focus, and says why
 */
function commitAll(form: HTMLElement): boolean {
  const active = form.ownerDocument.activeElement;
  if (active && form.contains(active) && (isLine(active) || active instanceof HTMLTextAreaElement)) {
    active.dispatchEvent(new Event("change", { bubbles: true }));
    active.dispatchEvent(new FocusEvent("blur"));
  }
  const wrong = [...form.querySelectorAll<HTMLElement>(".nbapp-input")].map(acceptable).find((box) => box);
  wrong?.focus();
  return !wrong;
}

/** A box of one line of our inputs, that is written in and is no list to choose from. */
function isLine(box: unknown): box is HTMLInputElement {
  return (
    box instanceof HTMLInputElement &&
    WRITTEN.test(box.type) &&
    box.getAttribute("role") !== "combobox" &&
    box.closest(".nbapp-input-widget") !== null
  );
}

function isOf(button: Element, form: HTMLElement): boolean {
  return button.closest(".nbapp-form") === form;
}
