/** Titles, headers and subheaders, with an anchor to link to. */
import { addHelp } from "./help";
import { align, drawMarkdown } from "./markdown";
import { iconText } from "./material";
import { holdOneLine } from "./one_line";
import { drawPhrase } from "./phrase";
import type { Context, Props, Renderer } from "./renderer";

export const heading: Renderer = {
  render(el, props, context) {
    const level = Number(props["level"] ?? 1);
    const title = document.createElement(`h${level}`);
    title.className = `nbapp-heading nbapp-heading-${level}`;
    align(title, props);
    el.append(title);
    const divider = props["divider"];
    if (divider)
      title.classList.add("nbapp-heading-divided", `nbapp-divider-${divider === true ? "gray" : divider}`);
    const [first, ...rest] = String(props["body"] ?? "").split("\n");
    const words = document.createElement("span");
    title.append(words);
    const finish = () => {
      const icon = iconText(props["icon"]);
      if (icon) title.prepend(`${icon} `);
      holdOneLine(words, props);
      const link = makeAnchor(title, props);
      addHelp(title, props["help"]);
      if (link) title.append(link);
    };
    const below = drawBelow(el, rest.join("\n"), props, context);
    const done = drawPhrase(words, first ?? "", context);
    if (!done && !below) return finish();
    return Promise.all([done, below]).then(finish);
  },
};

/** Its first line is the heading; what follows stands below it. */
function drawBelow(el: HTMLElement, body: string, props: Props, context: Context): void | Promise<void> {
  if (!body.trim() || props["wrap"] === false) return;
  const below = document.createElement("div");
  below.className = "nbapp-markdown";
  align(below, props);
  el.append(below);
  return drawMarkdown(below, body, context);
}

function makeAnchor(title: HTMLElement, props: Props): HTMLElement | null {
  if (props["anchor"] === false) return null;
  const id =
    typeof props["anchor"] === "string" && props["anchor"] ? props["anchor"] : slug(title.textContent ?? "");
  if (!id) return null;
  title.id = id;
  const link = document.createElement("a");
  link.className = "nbapp-anchor";
  link.href = `#${encodeURIComponent(id)}`;
  link.setAttribute("aria-label", "Link to this heading");
  link.textContent = "#";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    title.scrollIntoView({ behavior: "smooth" });
  });
  return link;
}

function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join("-") ?? "";
}
