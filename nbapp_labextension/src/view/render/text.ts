/** Text in fixed width, as it is. */
import { addHelp } from "./help";
import { align } from "./markdown";
import { holdOneLine } from "./one_line";
import type { Renderer } from "./renderer";

export const text: Renderer = {
  render(el, props) {
    const pre = document.createElement("pre");
    pre.className = "nbapp-text";
    pre.textContent = String(props["body"] ?? "");
    align(pre, props);
    el.append(pre);
    holdOneLine(pre, props);
    addHelp(el, props["help"]);
  },
  update(el, props, _context, before) {
    const pre = el.querySelector("pre");
    if (!pre || props["help"] !== before["help"]) return false;
    pre.textContent = String(props["body"] ?? "");
    align(pre, props);
    holdOneLine(pre, props);
    return true;
  },
};
