/** HTML of the script's own, or another page, in a frame whose scripts reach nothing of this one. */
import type { Props, Renderer } from "./renderer";

const MAY =
  "allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-scripts";

export const frame: Renderer = {
  render(el, props) {
    const made = document.createElement("iframe");
    made.className = "nbapp-frame-inside";
    made.referrerPolicy = "strict-origin-when-cross-origin";
    size(made, props);
    fill(made, props);
    el.classList.add("nbapp-framed");
    el.append(made);
  },
  update(el, props, _context, before) {
    const made = el.querySelector("iframe");
    if (!made || props["scrolling"] !== before["scrolling"]) return false;
    size(made, props);
    if (props["html"] !== before["html"] || props["src"] !== before["src"]) fill(made, props);
    return true;
  },
};

function fill(frame: HTMLIFrameElement, props: Props): void {
  const html = props["html"];
  const address = typeof html === "string" ? null : addressOf(props["src"]);
  // Another server's page keeps its own origin, which is not ours; what comes from here gets none at all.
  const foreign = address !== null && address.origin !== location.origin && address.protocol !== "data:";
  frame.setAttribute("sandbox", foreign ? `${MAY} allow-same-origin` : MAY);
  frame.title = address?.href ?? "Embedded page";
  frame.removeAttribute(address ? "srcdoc" : "src");
  if (address) frame.src = address.href;
  else frame.srcdoc = String(html ?? "");
}

/** A whole address; null for one that a frame is not to open. */
export function addressOf(src: unknown): URL | null {
  try {
    const address = new URL(String(src), document.baseURI);
    return ["http:", "https:", "data:"].includes(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

function size(frame: HTMLIFrameElement, props: Props): void {
  frame.height = String(props["height"] ?? 150);
  frame.style.width = typeof props["width"] === "number" ? `${props["width"]}px` : "100%";
  frame.scrolling = props["scrolling"] === true ? "auto" : "no";
  if (typeof props["tab_index"] === "number") frame.tabIndex = props["tab_index"];
}
