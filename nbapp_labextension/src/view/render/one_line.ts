/** Text that stays on one line: it ends in an ellipsis where the room ends, and shows whole under the mouse. */
import type { Props } from "./renderer";

/** Hold what is drawn in `el` on one line, if that is wanted. */
export function holdOneLine(el: HTMLElement, props: Props): void {
  const held = props["wrap"] === false;
  el.classList.toggle("nbapp-one-line", held);
  if (held) el.title = el.textContent ?? "";
  else el.removeAttribute("title");
}
