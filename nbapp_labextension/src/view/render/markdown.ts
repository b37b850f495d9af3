/** Markdown: plain sentences at once, everything else by the host's renderer, as in the notebook's own cells. */
import { applyDirectives } from "./directives";
import { withEmoji } from "./emoji";
import { addHelp } from "./help";
import { inlineMarkdown, isSimple } from "./inline";
import { holdOneLine } from "./one_line";
import { drawPhrase } from "./phrase";
import { drawSource } from "./source";
import type { Ink, Props, Renderer } from "./renderer";

export const markdown: Renderer = {
  render(el, props, context) {
    el.classList.add("nbapp-markdown");
    el.classList.toggle("nbapp-caption", props["small"] === true);
    el.classList.toggle("nbapp-no-anchors", props["anchors"] === false);
    align(el, props);
    const body = String(props["body"] ?? "");
    if (props["wrap"] === false) return drawLine(el, body, props, context);
    const finish = () => addHelp(el, props["help"]);
    const done = drawMarkdown(el, body, context, props["html"]);
    return done ? done.then(finish) : finish();
  },
  update(el, props, context, before) {
    const body = withEmoji(String(props["body"] ?? ""), context);
    const p = el.firstElementChild?.firstElementChild;
    const same = ["html", "small", "align", "help", "anchors", "wrap"].every(
      (name) => props[name] === before[name],
    );
    if (!same || props["html"] || typeof body !== "string" || !isSimple(body)) return false;
    if (!(p instanceof HTMLElement) || !p.dataset["simple"]) return false;
    inlineMarkdown(p, body);
    return true;
  },
};

function drawLine(el: HTMLElement, body: string, props: Props, ink: Ink): void | Promise<void> {
  const line = document.createElement("p");
  const finish = () => {
    holdOneLine(line, props);
    addHelp(el, props["help"]);
  };
  el.append(line);
  const done = drawPhrase(line, body, ink);
  return done ? done.then(finish) : finish();
}

/**
 * Append Markdown with all that it may hold: of an alert, an exception.
 *
 * @param html `true` to draw it as it is, "safe" as the host draws it in a notebook's cell; else it is text
 * @returns a promise only if something is still to come: the host's drawing, the names of emoji
 */
export function drawMarkdown(el: HTMLElement, body: string, ink: Ink, html?: unknown): void | Promise<void> {
  const place = (text: string): void | Promise<void> => {
    if (html !== true && isSimple(text)) return el.append(paragraph(text));
    return drawSource(text, ink, html).then((drawn) => {
      if (!drawn) return el.append(...text.split(/\n{2,}/).map(paragraph));
      applyDirectives(drawn);
      el.append(drawn);
    });
  };
  const text = withEmoji(body, ink);
  return typeof text === "string" ? place(text) : text.then(place);
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

export function align(el: HTMLElement, props: Props): void {
  const value = props["align"] ?? props["text_alignment"];
  el.style.textAlign = typeof value === "string" ? ({ distribute: "justify" }[value] ?? value) : "";
}
