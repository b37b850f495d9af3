/** A part that folds. What the reader did to it stays until the script wants something else. */
import { icon } from "../icons";
import { follow, isTracked } from "./choice";
import { iconText } from "./material";
import { drawPhrase } from "./phrase";
import type { Context, Furniture, Props } from "./renderer";

export const expander: Furniture = {
  open(el, props, context) {
    const details = document.createElement("details");
    details.className = "nbapp-expander";
    details.open = props["expanded"] === true;
    details.dataset["type"] = String(props["type"] ?? "default");
    const summary = document.createElement("summary");
    summary.innerHTML = `<span class="nbapp-chevron">${icon("chevron")}</span><span class="nbapp-summary"></span>`;
    const inside = document.createElement("div");
    inside.className = "nbapp-expander-inside nbapp-inside";
    details.append(summary, inside);
    el.append(details);
    listen(details, props, context);
    label(el, props, context);
    return inside;
  },
  update(el, props, context, before) {
    const details = el.querySelector<HTMLDetailsElement>(":scope > details")!;
    if (!isTracked(props) && props["expanded"] !== before["expanded"])
      details.open = props["expanded"] === true;
    details.dataset["type"] = String(props["type"] ?? "default");
    if (props["label"] !== before["label"] || props["icon"] !== before["icon"]) label(el, props, context);
  },
};

/** Tell the script what the reader does, if it wants to know; and do what the script says. */
function listen(details: HTMLDetailsElement, props: Props, context: Context): void {
  let known = details.open;
  const choose = follow<boolean>(props, context, "value", (value) => (details.open = known = value));
  const toggled = () => {
    if (details.open !== known) choose((known = details.open));
  };
  details.addEventListener("toggle", toggled, { signal: context.signal });
}

function label(el: HTMLElement, props: Props, context: Context): void {
  const holder = el.querySelector<HTMLElement>(":scope > details > summary > .nbapp-summary")!;
  const words = holder.querySelector<HTMLElement>(":scope > span") ?? document.createElement("span");
  const sign = iconText(props["icon"]);
  holder.replaceChildren(sign && `${sign} `, words);
  void drawPhrase(words, String(props["label"] ?? ""), context);
}
