/** An input: its label above, its ipywidget below, wired to each other; help beside the label. */
import { makeHelp } from "./help";
import { mountWidget } from "./mounted";
import { drawPhrase } from "./phrase";
import type { Context, Props, Renderer } from "./renderer";
import { trim } from "./trimmings";
import { reword } from "./wording";

const FOCUSABLE =
  'input:not([type="hidden"]), select, textarea, button, ' +
  '[role="slider"], .noUi-handle, [role="combobox"], [tabindex="0"]';
const NATIVE = new Set(["INPUT", "SELECT", "TEXTAREA"]);
/** Elements that say their own name: a label above would say it twice. */
const SELF_NAMED = new Set([
  "button",
  "form_submit_button",
  "download_button",
  "link_button",
  "checkbox",
  "toggle",
]);

let count = 0;

/** The newest properties of each. */
const newest = new WeakMap<HTMLElement, Props>();

export const input: Renderer = {
  async render(el, props, context) {
    el.classList.add("nbapp-input", `nbapp-input-${String(props["element"] ?? "")}`);
    const label = document.createElement("div");
    label.className = "nbapp-label";
    const words = document.createElement("label");
    words.id = `nbapp-label-${++count}`;
    words.className = "nbapp-label-text";
    label.append(words);
    const holder = document.createElement("div");
    holder.className = "nbapp-input-widget";
    el.append(label, holder);
    newest.set(el, props);
    await Promise.all([dress(el, props, context), mountWidget(holder, String(props["model_id"]), context)]);
    const waiting = wire(el, context);
    const changes = new MutationObserver(() => void wire(el, context));
    changes.observe(holder, { childList: true, subtree: true });
    context.signal.addEventListener("abort", () => changes.disconnect());
    await waiting;
  },
  update(el, props, context, before) {
    if (props["model_id"] !== before["model_id"] || props["element"] !== before["element"]) return false;
    newest.set(el, props);
    setAttributes(el, before, props);
    return (async () => {
      await dress(el, props, context);
      await wire(el, context);
    })();
  },
};

/** The label, its visibility, the help, the width. */
async function dress(el: HTMLElement, props: Props, context: Context): Promise<void> {
  const label = el.querySelector<HTMLElement>(":scope > .nbapp-label")!;
  const words = label.querySelector<HTMLElement>(".nbapp-label-text")!;
  const named = SELF_NAMED.has(String(props["element"]));
  const text = String(props["label"] ?? "");
  if (words.dataset["text"] !== text) {
    words.dataset["text"] = text;
    await drawPhrase(words, text, context);
  }
  label.dataset["visibility"] = String(props["visibility"] ?? "visible");
  el.dataset["visibility"] = label.dataset["visibility"];
  el.dataset["width"] = String(props["width"] ?? (named ? "content" : "stretch"));
  el.classList.toggle("nbapp-self-named", named);
  el.querySelector(":scope .nbapp-help")?.remove();
  if (typeof props["help"] === "string" && props["help"].trim())
    (named ? el : label).append(makeHelp(props["help"]));
}

/** Bring what stands inside and around the widget up to date, again whenever the widget has written anew. */
function wire(el: HTMLElement, context: Context): Promise<unknown> | undefined {
  const props = newest.get(el)!;
  const words = el.querySelector<HTMLLabelElement>(".nbapp-label-text");
  const holder = el.querySelector<HTMLElement>(".nbapp-input-widget");
  if (!words || !holder) return undefined;
  setAttributes(el, {}, props);
  const waiting = reword(holder, props, context);
  trim(el, props, context);
  for (const area of holder.querySelectorAll("textarea")) commitOnCtrlEnter(area, context.signal);
  if (!SELF_NAMED.has(String(props["element"]))) tie(holder, words);
  return waiting;
}

/** Tie the label to whatever takes the focus inside the widget. */
function tie(holder: HTMLElement, words: HTMLLabelElement): void {
  const targets = [...holder.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const first = targets[0];
  if (!first) return;
  if (first.id === "" && NATIVE.has(first.tagName)) first.id = `${words.id}-input`;
  if (NATIVE.has(first.tagName)) words.htmlFor = first.id;
  const group = targets.filter((target) => (target as HTMLInputElement).type === "radio");
  if (group.length > 1) {
    nameGroup(holder, words.id);
    words.removeAttribute("for");
  } else for (const target of targets) nameTarget(target, words);
}

function nameGroup(holder: HTMLElement, labelId: string): void {
  holder.setAttribute("role", "radiogroup");
  holder.setAttribute("aria-labelledby", labelId);
}

function nameTarget(target: HTMLElement, words: HTMLElement): void {
  if (target.classList.contains("noUi-handle")) {
    if (!target.hasAttribute("role")) target.setAttribute("role", "slider");
  } else if (!NATIVE.has(target.tagName)) return;
  if (target.getAttribute("aria-labelledby") !== words.id) target.setAttribute("aria-labelledby", words.id);
}

function setAttributes(el: HTMLElement, before: Props, props: Props): void {
  const old = (before["attrs"] ?? {}) as Record<string, unknown>;
  const wanted = (props["attrs"] ?? {}) as Record<string, unknown>;
  const targets = el.querySelectorAll(".nbapp-input-widget :is(input, textarea, select)");
  for (const target of targets) {
    for (const name of Object.keys(old)) if (!(name in wanted)) target.removeAttribute(name);
    for (const [name, value] of Object.entries(wanted)) {
      if (!/^on/i.test(name) && target.getAttribute(name) !== String(value))
        target.setAttribute(name, String(value));
    }
  }
}

const committing = new WeakSet<Element>();

/** A text area gives its value when it is left; Ctrl+Enter is the way without leaving it. */
function commitOnCtrlEnter(area: HTMLTextAreaElement, signal: AbortSignal): void {
  if (committing.has(area)) return;
  committing.add(area);
  const commit = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    area.dispatchEvent(new Event("change", { bubbles: true }));
  };
  area.addEventListener("keydown", commit, { signal });
}
