/** Markdown: plain sentences at once, everything else by the host's renderer, as in the notebook's own cells. */
import { addHelp } from "./help";
import { drawByHost } from "./host";
import { escapeHtml, inlineMarkdown, isSimple } from "./inline";
import { applyDirectives, markDirectives } from "./directives";
import type { Context, Props, Renderer } from "./renderer";

export const markdown: Renderer = {
  render(el, props, context) {
    el.classList.add("nbapp-markdown");
    el.classList.toggle("nbapp-caption", props["small"] === true);
    align(el, props);
    const body = String(props["body"] ?? "");
    const finish = () => addHelp(el, props["help"]);
    if (props["html"] !== true && isSimple(body)) {
      el.append(paragraph(body));
      finish();
      return;
    }
    return fillMarkdown(el, body, context, props["html"]).then(finish);
  },
  update(el, props, _context, before) {
    const body = String(props["body"] ?? "");
    const p = el.firstElementChild?.firstElementChild;
    const same = ["html", "small", "align", "help"].every((name) => props[name] === before[name]);
    if (!same || props["html"] || !isSimple(body) || !(p instanceof HTMLElement) || !p.dataset["simple"])
      return false;
    inlineMarkdown(p, body);
    return true;
  },
};

/** Markdown of an alert, a label, an exception: as a promise only if the host is needed. */
export function drawMarkdown(el: HTMLElement, body: string, context: Context): void | Promise<void> {
  if (isSimple(body)) {
    el.append(paragraph(body));
    return;
  }
  return fillMarkdown(el, body, context, undefined);
}

function paragraph(body: string): HTMLElement {
  const holder = document.createElement("div");
  holder.className = "jp-RenderedHTMLCommon jp-RenderedMarkdown";
  const p = document.createElement("p");
  p.dataset["simple"] = "1";
  inlineMarkdown(p, body);
  holder.append(p);
  return holder;
}

/** @param html `true` to draw it as it is, "safe" as the host draws it in a notebook's cell; else it is text */
async function fillMarkdown(el: HTMLElement, body: string, context: Context, html: unknown): Promise<void> {
  const source = markDirectives(html ? body : escapeHtml(body));
  const drawn = await drawByHost(
    context,
    { "text/markdown": source },
    { mimeType: "text/markdown", trusted: html === true },
  );
  if (drawn) {
    applyDirectives(drawn);
    el.append(drawn);
    return;
  }
  for (const part of body.split(/\n{2,}/)) el.append(paragraph(part));
}

export function align(el: HTMLElement, props: Props): void {
  const value = props["align"] ?? props["text_alignment"];
  el.style.textAlign = typeof value === "string" ? ({ distribute: "justify" }[value] ?? value) : "";
}
