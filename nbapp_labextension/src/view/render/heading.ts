/** Titles, headers and subheaders, with an anchor to link to. */
import { drawMarkdown, align } from "./markdown";
import { addHelp } from "./help";
import { iconText } from "./material";
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
    const finish = () => {
      unwrap(title);
      const icon = iconText(props["icon"]);
      if (icon) title.prepend(`${icon} `);
      const link = makeAnchor(title, props);
      addHelp(title, props["help"]);
      if (link) title.append(link);
    };
    const done = draw(title, String(props["body"] ?? ""), context);
    return done ? done.then(finish) : finish();
  },
};

function draw(title: HTMLElement, body: string, context: Context): void | Promise<void> {
  return drawMarkdown(title, body.replace(/\s*\n\s*/g, " "), context);
}

/** A heading holds phrases, not paragraphs. */
function unwrap(title: HTMLElement): void {
  const p = title.querySelector("p");
  if (p) title.replaceChildren(...p.childNodes);
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
