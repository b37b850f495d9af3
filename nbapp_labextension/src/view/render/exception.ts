/** An error of the script: its name and message, and for the author the trace with the cell's own lines. */
import { drawByHost } from "./host";
import { drawMarkdown } from "./markdown";
import type { Context, Props, Renderer } from "./renderer";

export const exception: Renderer = {
  async render(el, props, context) {
    const box = document.createElement("div");
    box.className = "nbapp-exception";
    box.setAttribute("role", "alert");
    el.append(box);
    await drawMessage(box, props, context);
    const trace = props["trace"];
    if (Array.isArray(trace) && trace.length) box.append(await drawTrace(trace.map(String), context));
    if (typeof props["id"] === "string" && props["id"]) {
      const id = document.createElement("p");
      id.className = "nbapp-exception-id";
      id.textContent = `Error id: ${props["id"]}`;
      box.append(id);
    }
  },
};

async function drawMessage(box: HTMLElement, props: Props, context: Context): Promise<void> {
  const line = document.createElement("div");
  line.className = "nbapp-exception-message";
  const type = String(props["type"] ?? "");
  if (type) {
    const name = document.createElement("strong");
    name.textContent = props["message"] ? `${type}: ` : type;
    line.append(name);
  }
  box.append(line);
  const message = String(props["message"] ?? "");
  if (props["markdown"] === true) {
    const body = document.createElement("div");
    box.append(body);
    await drawMarkdown(body, message, context);
  } else line.append(message);
}

async function drawTrace(lines: readonly string[], context: Context): Promise<HTMLElement> {
  const body = lines.map((line) => line.replace(/\n$/, "")).join("\n");
  const holder = document.createElement("div");
  holder.className = "nbapp-trace";
  holder.tabIndex = 0;
  const mimeType = "application/vnd.jupyter.stderr";
  const drawn = body.includes("\u001b")
    ? await drawByHost(context, { [mimeType]: body }, { mimeType })
    : null;
  if (drawn) holder.append(drawn);
  else {
    const pre = document.createElement("pre");
    pre.textContent = body;
    holder.append(pre);
  }
  return holder;
}
