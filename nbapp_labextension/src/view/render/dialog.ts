/**
 * A dialog: a modal window over the page.
 *
 * The browser's own modal keeps the focus inside, answers Escape, and gives the focus back. In JupyterLab it is modal
 * for all of the page, so that a notebook's author can also put it aside; a line above the app brings it back.
 */
import { icon } from "../icons";
import { iconText } from "./material";
import { drawPhrase } from "./phrase";
import type { Context, Furniture, Props } from "./renderer";

const WIDTHS: Readonly<Record<string, string>> = { small: "500px", medium: "750px", large: "1280px" };

const modals = new WeakMap<HTMLElement, Modal>();
let count = 0;

export const dialog: Furniture = {
  open(el, props, context) {
    const modal = new Modal(el, context);
    modals.set(el, modal);
    modal.dress(props);
    return modal.inside;
  },
  update(el, props) {
    modals.get(el)!.dress(props);
  },
};

class Modal {
  readonly inside = make("div", "nbapp-dialog-inside nbapp-inside");
  private readonly box = make("dialog", "nbapp-dialog");
  private readonly title = make("h2", "nbapp-dialog-title");
  private readonly words = document.createElement("span");
  private readonly back = make("button", "nbapp-dialog-back");
  private readonly closes: HTMLElement;
  private readonly leaves: HTMLElement;
  private root: HTMLElement | null = null;
  private dismissible = true;
  /** The reader has closed it; the kernel is about to take it away. */
  private closed = false;
  /** The author has put it aside. */
  private aside = false;
  private pressedBeside = false;

  constructor(
    el: HTMLElement,
    private readonly context: Context,
  ) {
    const { box, title } = this;
    const { signal } = context;
    const author = (context.model.get("app") as { published?: boolean } | undefined)?.published !== true;
    title.id = `nbapp-dialog-${++count}`;
    box.setAttribute("aria-labelledby", title.id);
    box.tabIndex = -1;
    this.closes = this.button("Close", "close", () => this.dismiss());
    this.leaves = this.button("Back to the notebook; the dialog stays open", "fold", () =>
      this.putAside(true),
    );
    this.leaves.hidden = !author;
    const buttons = make("div", "nbapp-dialog-buttons");
    buttons.append(this.leaves, this.closes);
    // The keyboard comes to the content before it comes to the buttons, which stand above it.
    box.append(title, this.inside, buttons);
    this.back.type = "button";
    this.back.hidden = true;
    this.back.addEventListener("click", () => this.putAside(false), { signal });
    el.append(box, this.back);
    this.listen(signal);
    void context.attached().then(() => this.follow(el, signal));
  }

  dress(props: Props): void {
    const { box, context } = this;
    const width = props["width"];
    box.dataset["position"] = String(props["position"] ?? "center");
    box.style.setProperty(
      "--nbapp-dialog-width",
      typeof width === "number" ? `${width}px` : (WIDTHS[String(width)] ?? WIDTHS["small"]!),
    );
    this.dismissible = props["dismissible"] !== false;
    box.dataset["dismissible"] = String(this.dismissible);
    this.closes.hidden = !this.dismissible;
    const name = () => (this.back.textContent = `Show the dialog: ${this.words.textContent}`);
    this.title.replaceChildren(signOf(props["icon"]) ?? "", this.words);
    const done = drawPhrase(this.words, String(props["title"] ?? ""), context);
    if (done) void done.then(name);
    else name();
    this.closed = false;
    this.show();
  }

  private listen(signal: AbortSignal): void {
    const { box } = this;
    const leave = (event: Event) => {
      event.preventDefault();
      if (this.dismissible) this.dismiss();
      else if (!this.leaves.hidden) this.putAside(true);
    };
    // A browser closes a modal at the second Escape whatever one says to the first: so the key is taken from it.
    box.addEventListener(
      "keydown",
      (event) => event.key === "Escape" && !event.defaultPrevented && leave(event),
      {
        signal,
      },
    );
    box.addEventListener("cancel", (event) => event.target === box && leave(event), { signal });
    box.addEventListener("close", () => setTimeout(() => this.show()), { signal });
    box.addEventListener("pointerdown", (event) => (this.pressedBeside = this.isBeside(event)), { signal });
    box.addEventListener(
      "click",
      (event) => {
        if (this.pressedBeside && this.isBeside(event) && this.dismissible) this.dismiss();
      },
      { signal },
    );
    signal.addEventListener("abort", () => box.open && box.close());
  }

  /** Be open while the app can be seen and its kernel answers: a modal that nobody sees would lock the page. */
  private follow(el: HTMLElement, signal: AbortSignal): void {
    this.root = el.closest<HTMLElement>(".nbapp-root");
    if (!this.root || signal.aborted) return;
    const show = () => this.show();
    const sizes = new ResizeObserver(show);
    sizes.observe(this.root);
    const link = new MutationObserver(show);
    link.observe(this.root, { attributeFilter: ["data-link"] });
    signal.addEventListener("abort", () => {
      sizes.disconnect();
      link.disconnect();
      this.lock(false);
    });
    show();
  }

  private show(): void {
    const { box, root, context } = this;
    if (!root || context.signal.aborted) return;
    const answers = root.dataset["link"] !== "restarted" && root.dataset["link"] !== "dead";
    const wanted = !this.closed && !this.aside && answers && root.getClientRects().length > 0;
    this.back.hidden = !this.aside || this.closed || !answers;
    this.lock(!this.back.hidden);
    if (wanted && !box.open) {
      if (isShownElsewhere(root, context.id)) return;
      box.dataset["slot"] = `${root.dataset["nbapp"]}/${context.id}`;
      box.showModal();
      box.focus();
    } else if (!wanted && box.open) box.close();
  }

  private dismiss(): void {
    this.closed = true;
    this.show();
    this.context.send({ t: "dismiss", slot: this.context.id });
  }

  /** Put aside, it is modal for its app still: only the notebook is free. */
  private lock(locked: boolean): void {
    for (const part of this.root?.querySelectorAll<HTMLElement>(":scope > .nbapp-frame > *") ?? []) {
      part.inert = locked;
    }
  }

  private putAside(aside: boolean): void {
    this.aside = aside;
    this.show();
    if (aside) this.back.focus();
  }

  private isBeside(event: MouseEvent): boolean {
    if (event.target !== this.box) return false;
    const { left, right, top, bottom } = this.box.getBoundingClientRect();
    return event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom;
  }

  private button(label: string, sign: "close" | "fold", act: () => void): HTMLButtonElement {
    const made = make("button", "nbapp-dialog-button");
    made.type = "button";
    made.title = label;
    made.setAttribute("aria-label", label);
    made.innerHTML = icon(sign);
    made.addEventListener("click", act, { signal: this.context.signal });
    return made;
  }
}

/** Whether another view of the same app shows the dialog already. */
function isShownElsewhere(root: HTMLElement, id: number): boolean {
  const name = `${root.dataset["nbapp"]}/${id}`;
  const open = document.querySelectorAll<HTMLDialogElement>("dialog.nbapp-dialog[open]");
  return [...open].some((each) => each.dataset["slot"] === name);
}

function signOf(name: unknown): Node | null {
  if (name === "spinner") {
    const ring = make("span", "nbapp-ring");
    ring.setAttribute("aria-hidden", "true");
    return ring;
  }
  const text = iconText(name);
  return text ? document.createTextNode(`${text} `) : null;
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const el = document.createElement(tag);
  el.className = className;
  return el;
}
