/** What may be written into a text box: what breaks the rule stays in the box, with a sentence below it. */
import type { Props } from "./renderer";

type Box = HTMLInputElement | HTMLTextAreaElement;

const EMPTY = "Something must be written here.";

const watched = new WeakMap<HTMLElement, Props>();

/** Hold texts back that the kernel would refuse. */
export function applyRule(el: HTMLElement, holder: HTMLElement, props: Props, signal: AbortSignal): void {
  const attrs = (props["attrs"] ?? {}) as Record<string, unknown>;
  const wanted = props["rule"] !== undefined || attrs["required"] !== undefined;
  const known = watched.has(el);
  if (!wanted && !known) return;
  watched.set(el, props);
  if (known) return;
  const check = (event: Event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return;
    const wrong = complaint(watched.get(el)!, box);
    box.setCustomValidity(wrong);
    if (event.type === "change" || !wrong) show(el, box, wrong);
    if (wrong) event.stopImmediatePropagation();
  };
  // The widget hears its box only if the event comes through.
  for (const type of ["input", "change"]) holder.addEventListener(type, check, { capture: true, signal });
}

/**
 * Whether what an input shows may be handed in; if not, it says why.
 *
 * @returns the box that is wrong
 */
export function acceptable(el: HTMLElement): HTMLElement | undefined {
  const props = watched.get(el);
  for (const box of el.querySelectorAll<Box>(".nbapp-input-widget :is(input, textarea)")) {
    if (box.disabled) continue;
    const missing = box.getAttribute("aria-required") === "true" && !box.value ? EMPTY : "";
    const invalid = box.getAttribute("aria-invalid") === "true" ? box.title : "";
    const wrong = props ? complaint(props, box) : missing || invalid;
    show(el, box, wrong);
    if (!wrong) continue;
    if (!props) box.addEventListener("input", () => show(el, box, ""), { once: true });
    return box;
  }
  return undefined;
}

function complaint(props: Props, box: Box): string {
  const attrs = (props["attrs"] ?? {}) as Record<string, unknown>;
  const [pattern, hint] = (props["rule"] ?? ["", ""]) as [string, string];
  if (!box.value) return attrs["required"] === undefined ? "" : EMPTY;
  const rule = compiled(pattern);
  return rule && !rule.test(box.value) ? hint || "This does not have the form that is asked for." : "";
}

/** The kernel checks as well: a pattern that only Python understands is left to it. */
function compiled(pattern: string): RegExp | null {
  try {
    return pattern ? new RegExp(pattern, "us") : null;
  } catch {
    return null;
  }
}

function show(el: HTMLElement, box: Box, wrong: string): void {
  let line = el.querySelector<HTMLElement>(":scope > .nbapp-complaint");
  if (!wrong) {
    line?.remove();
    box.removeAttribute("aria-invalid");
    return;
  }
  if (!line) {
    line = document.createElement("div");
    line.className = "nbapp-complaint";
    line.setAttribute("role", "alert");
    el.append(line);
  }
  line.textContent = wrong;
  box.setAttribute("aria-invalid", "true");
}
