/** A block of code, coloured by the host where it can, with line numbers and a copy button. */
import { icon } from "../icons";
import { drawByHost } from "./host";
import type { Context, Props, Renderer } from "./renderer";

export const code: Renderer = {
  render(el, props, context) {
    const body = String(props["body"] ?? "");
    const box = document.createElement("div");
    box.className = "nbapp-code";
    box.classList.toggle("nbapp-code-wrap", props["wrap"] === true);
    const height = props["height"];
    if (typeof height === "number") box.style.height = `${height}px`;
    if (props["numbers"] === true) box.append(lineNumbers(body));
    const pre = document.createElement("pre");
    const inner = document.createElement("code");
    inner.textContent = body;
    pre.append(inner);
    pre.tabIndex = 0;
    box.append(pre);
    el.append(box, copyButton(body, context));
    if (!props["language"]) return;
    return colour(inner, body, props, context);
  },
};

function lineNumbers(body: string): HTMLElement {
  const numbers = document.createElement("div");
  numbers.className = "nbapp-code-numbers";
  numbers.setAttribute("aria-hidden", "true");
  numbers.textContent = body
    .split("\n")
    .map((_, index) => index + 1)
    .join("\n");
  return numbers;
}

function copyButton(body: string, { signal }: Context): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nbapp-copy";
  button.title = "Copy";
  button.setAttribute("aria-label", "Copy the code");
  button.innerHTML = icon("copy");
  const copy = async () => {
    await navigator.clipboard.writeText(body);
    button.innerHTML = icon("check");
    setTimeout(() => (button.innerHTML = icon("copy")), 1500);
  };
  button.addEventListener("click", () => copy().catch(() => (button.title = "The browser refused to copy")), {
    signal,
  });
  return button;
}

/** The host's Markdown colours a fenced block: take its coloured spans. */
async function colour(inner: HTMLElement, body: string, props: Props, context: Context): Promise<void> {
  const ticks = Math.max(3, ...[...body.matchAll(/`+/g)].map((run) => run[0].length + 1));
  const fence = "`".repeat(ticks);
  const source = `${fence}${String(props["language"])}\n${body}\n${fence}`;
  const drawn = await drawByHost(context, { "text/markdown": source }, { mimeType: "text/markdown" });
  const coloured = drawn?.querySelector("pre code, pre");
  if (coloured && coloured.textContent?.trimEnd() === body.trimEnd())
    inner.replaceChildren(...coloured.childNodes);
}
