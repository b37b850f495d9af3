/** What an input shows beside its label: an icon, captions of radio buttons, a button's type and its shortcut. */
import { iconText } from "./material";
import { drawPhrase } from "./phrase";
import type { Context, Props } from "./renderer";
import { applyRule } from "./rule";

const EDITABLE = "input, textarea, select, [contenteditable=true], [role=combobox], .cm-editor";
const KEYS: Readonly<Record<string, string>> = {
  " ": "space",
  arrowleft: "left",
  arrowright: "right",
  arrowup: "up",
  arrowdown: "down",
};

/** Bring the trimmings up to date; called again whenever the widget inside has changed. */
export function trim(el: HTMLElement, props: Props, context: Context): void {
  const { signal } = context;
  const holder = el.querySelector<HTMLElement>(":scope > .nbapp-input-widget");
  if (!holder) return;
  for (const name of ["type", "wrap"]) {
    if (props[name] === undefined) delete el.dataset[name];
    else el.dataset[name] = String(props[name]);
  }
  addIcon(holder, props);
  applyRule(el, holder, props, signal);
  addCaptions(holder, (props["captions"] ?? []) as string[], context);
  const shortcut = typeof props["shortcut"] === "string" ? props["shortcut"] : "";
  if (shortcut || el.dataset["shortcut"]) addShortcut(el, holder, shortcut, signal);
}

function addIcon(holder: HTMLElement, props: Props): void {
  const button = holder.querySelector<HTMLElement>(":is(.jupyter-button, .widget-button)");
  const sign = iconText(props["icon"]);
  const target = button ?? holder;
  // An emoji stands in a button's text already.
  if (!sign || (button && button.textContent?.includes(sign))) return void delete target.dataset["icon"];
  target.dataset["icon"] = sign;
  target.dataset["side"] = String(props["icon_position"] ?? "left");
}

function addCaptions(holder: HTMLElement, captions: readonly string[], context: Context): void {
  const labels = holder.querySelectorAll(".widget-radio-box label");
  labels.forEach((label, at) => {
    const wanted = captions[at] ?? "";
    let caption = label.querySelector<HTMLElement>(".nbapp-radio-caption");
    if (!wanted) return void caption?.remove();
    if (!caption) {
      caption = document.createElement("small");
      caption.className = "nbapp-radio-caption";
      label.append(caption);
    }
    if (caption.dataset["text"] === wanted) return;
    caption.dataset["text"] = wanted;
    void drawPhrase(caption, wanted, context);
  });
}

function addShortcut(el: HTMLElement, holder: HTMLElement, shortcut: string, signal: AbortSignal): void {
  const listening = el.dataset["shortcut"] !== undefined;
  el.dataset["shortcut"] = shortcut;
  const button = holder.querySelector("button");
  if (button && shortcut) {
    const spoken = shortcut.replace("cmd", "meta").replace("ctrl", "control");
    if (button.getAttribute("aria-keyshortcuts") !== spoken) button.setAttribute("aria-keyshortcuts", spoken);
  }
  if (!listening) window.addEventListener("keydown", (event) => press(event, el), { capture: true, signal });
}

/** Click the button if these are its keys, and the reader is in this app and not writing. */
function press(event: KeyboardEvent, el: HTMLElement): void {
  if (
    !el.dataset["shortcut"] ||
    event.repeat ||
    event.isComposing ||
    keysOf(event) !== el.dataset["shortcut"]
  )
    return;
  const target = event.composedPath()[0];
  const root = el.closest(".nbapp-root");
  if (!(target instanceof Element) || !root || !(target === document.body || root.contains(target))) return;
  if (!event.ctrlKey && !event.metaKey && !event.altKey && target.closest(EDITABLE)) return;
  const button = el.querySelector<HTMLButtonElement>(".nbapp-input-widget button");
  if (!button || button.disabled) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  button.click();
}

/** The keys of an event in the kernel's spelling: "ctrl+shift+k". On a Mac, Cmd is as good as Ctrl. */
function keysOf(event: KeyboardEvent): string {
  const mac = /mac/i.test(navigator.platform);
  const held = [
    (event.ctrlKey || (mac && event.metaKey)) && "ctrl",
    event.metaKey && !mac && "cmd",
    event.altKey && "alt",
    event.shiftKey && "shift",
  ];
  const key = event.key.toLowerCase();
  return [...held.filter(Boolean), KEYS[key] ?? key].join("+");
}
