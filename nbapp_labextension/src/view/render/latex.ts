/** A formula, by the host's typesetter; its source where there is none. */
import { addHelp } from "./help";
import { drawByHost } from "./host";
import type { Renderer } from "./renderer";

export const latex: Renderer = {
  async render(el, props, context) {
    el.classList.add("nbapp-latex");
    const body = String(props["body"] ?? "");
    const source = `$$${body.replace(/^\s*\$\$?|\$\$?\s*$/g, "").trim()}$$`;
    const drawn = await drawByHost(context, { "text/latex": source }, { mimeType: "text/latex" });
    if (drawn) el.append(drawn);
    else {
      const pre = document.createElement("pre");
      pre.textContent = body;
      el.append(pre);
    }
    addHelp(el, props["help"]);
  },
};
