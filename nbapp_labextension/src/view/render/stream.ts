/** What the script printed, with its terminal colours. */
import { drawByHost } from "./host";
import type { Renderer } from "./renderer";

export const stream: Renderer = {
  render(el, props, context) {
    const body = String(props["body"] ?? "");
    const name = props["name"] === "stderr" ? "stderr" : "stdout";
    el.classList.add("nbapp-stream", `nbapp-${name}`);
    if (!body.includes("\u001b") || !context.manager.rendermime) {
      el.append(plain(body));
      return;
    }
    const mimeType = `application/vnd.jupyter.${name}`;
    return drawByHost(context, { [mimeType]: body }, { mimeType }).then((drawn) => {
      el.append(drawn ?? plain(body));
    });
  },
  update(el, props, _context, before) {
    const pre = el.querySelector("pre.nbapp-plain");
    const body = String(props["body"] ?? "");
    if (!pre || body.includes("\u001b") || props["name"] !== before["name"]) return false;
    const shown = String(before["body"] ?? "");
    if (body.startsWith(shown)) pre.append(body.slice(shown.length));
    else pre.textContent = body;
    return true;
  },
};

function plain(body: string): HTMLElement {
  const pre = document.createElement("pre");
  pre.className = "nbapp-plain";
  pre.textContent = body;
  return pre;
}
