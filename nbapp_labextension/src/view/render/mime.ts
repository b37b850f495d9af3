/** Any other display: given to the host's registry; the richest kind that a browser can show where there is none. */
import { drawByHost } from "./host";
import type { Renderer } from "./renderer";

/** A figure of plotly's without a width fills its place, if it has one when it is drawn. */
const SIZED = "application/vnd.plotly.v1+json";

export const mime: Renderer = {
  async render(el, props, context) {
    el.classList.add("nbapp-mime");
    const data = (props["data"] ?? {}) as Record<string, unknown>;
    const metadata = (props["metadata"] ?? {}) as Record<string, unknown>;
    const sized = SIZED in data;
    if (sized) await context.attached();
    const drawn = await drawByHost(context, data, { trusted: true, metadata, into: sized ? el : undefined });
    el.append(drawn ?? plain(data));
  },
};

function plain(data: Record<string, unknown>): HTMLElement {
  const png = data["image/png"];
  if (typeof png === "string") {
    const image = document.createElement("img");
    image.src = `data:image/png;base64,${png}`;
    return image;
  }
  const holder = document.createElement(data["text/html"] === undefined ? "pre" : "div");
  const html = data["text/html"];
  if (html !== undefined) holder.innerHTML = joined(html);
  else holder.textContent = joined(data["text/plain"] ?? "");
  return holder;
}

function joined(value: unknown): string {
  return Array.isArray(value) ? value.join("") : String(value);
}
