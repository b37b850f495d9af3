/**
 * The keys of an app: R reruns, C clears the cache, where the focus is inside the app and not in an editable element.
 *
 * One listener on the window, in the capture phase: it comes before JupyterLab's. Other plain keys go to the widgets
 * and not to the notebook's command mode, where X would cut the cell.
 */
import type { Message } from "./render/renderer";

/** An app as the keys and JupyterLab's commands see it. */
export interface AppHandle {
  readonly name: string;
  send(message: Message): void;
}

const page = globalThis as unknown as { nbappFocused?: AppHandle; nbappApps?: Set<AppHandle> };
const apps = new WeakMap<Element, AppHandle>();
const TEXT_INPUTS = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;
let listening = false;

/** Take part in the page's keys until the returned function is called. */
export function enterApp(root: HTMLElement, handle: AppHandle): () => void {
  if (!listening) {
    window.addEventListener("keydown", onKey, { capture: true });
    listening = true;
  }
  apps.set(root, handle);
  const all = (page.nbappApps ??= new Set());
  all.add(handle);
  const remember = () => (page.nbappFocused = handle);
  root.addEventListener("focusin", remember);
  root.addEventListener("pointerdown", remember);
  return () => {
    all.delete(handle);
    apps.delete(root);
    if (page.nbappFocused === handle) delete page.nbappFocused;
  };
}

function onKey(event: KeyboardEvent): void {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return;
  const root = rootOf(target);
  const handle = root && apps.get(root);
  if (!handle) return;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  // JupyterLab asks the element that has the focus, and only then its ancestors.
  if (event.target instanceof Element) event.target.toggleAttribute("data-lm-suppress-shortcuts", plain);
  if (!plain) return;
  const message = { r: "rerun", c: "clear_cache" }[event.key.toLowerCase()];
  if (!message || event.shiftKey || event.repeat || isEditable(target)) return;
  // A run would close a dialog that only the script is to close.
  if (target.closest('.nbapp-dialog[data-dismissible="false"]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  handle.send({ t: message });
}

/** The view around an element, also from inside a widget's shadow tree. */
function rootOf(el: Element): HTMLElement | null {
  for (let at: Element | null = el; at;) {
    const root: HTMLElement | null = at.closest<HTMLElement>(".nbapp-root");
    if (root) return root;
    const tree = at.getRootNode();
    at = tree instanceof ShadowRoot ? tree.host : null;
  }
  return null;
}

function isEditable(el: Element): boolean {
  if (el instanceof HTMLInputElement) return !TEXT_INPUTS.test(el.type);
  if (el instanceof HTMLTextAreaElement || el instanceof HTMLSelectElement) return true;
  if (el instanceof HTMLElement && el.isContentEditable) return true;
  return (
    el.closest('[role="textbox"], [role="combobox"], [role="listbox"], [role="grid"], .cm-editor') !== null
  );
}
