/** A link to another page of the app, or to another site. */
import { aimAt, isPlain } from "../address";
import { label, outward } from "../navigation";
import type { Context, Props, Renderer } from "./renderer";

export const page_link: Renderer = {
  render(el, props, context) {
    const link = document.createElement("a");
    link.className = "nbapp-nav-link nbapp-page-link";
    link.dataset["side"] = String(props["icon_position"] ?? "left");
    if (typeof props["help"] === "string") link.title = props["help"];
    label(link, { icon: props["icon"], title: String(props["label"] ?? "") }, context);
    if (props["current"] === true) link.setAttribute("aria-current", "page");
    aim(link, props, context);
    el.append(link);
  },
};

function aim(link: HTMLAnchorElement, props: Props, context: Context): void {
  if (props["disabled"] === true) {
    link.setAttribute("role", "link");
    link.setAttribute("aria-disabled", "true");
    return;
  }
  if (typeof props["url"] === "string") return outward(link, props["url"]);
  const query = String(props["query"] ?? "");
  aimAt(link, String(props["path"] ?? ""), query);
  link.addEventListener("click", (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    context.send({ t: "page", name: String(props["name"] ?? ""), query });
  });
}
