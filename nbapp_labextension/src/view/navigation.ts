/** The links to the pages of an app: a list in the side bar, or a row at the top. */
import { aimAt, isPlain } from "./address";
import { equal } from "./equal";
import { icon } from "./icons";
import { iconText } from "./render/material";
import { drawPhrase } from "./render/phrase";
import type { Ink, Message, Props } from "./render/renderer";

interface PageLink {
  name: string;
  path: string;
  title: string;
  icon?: string;
  help?: string;
  url?: string;
}

interface Section {
  label: string;
  pages: PageLink[];
}

interface Parts {
  ink: Ink;
  send(message: Message): void;
  /** A page was chosen. */
  chosen(): void;
}

export interface Navigation {
  /** For the top of the side bar, and for the top of the page; each hidden while it has nothing to show. */
  side: HTMLElement;
  top: HTMLElement;
  /** Says that the address names no page of the app. */
  missing: HTMLElement;
  show(fact: Props): void;
  /** Whether the side bar holds anything beside the links: then a long list is cut short. */
  crowd(crowded: boolean): void;
  /** Whether there are links in the side bar. */
  readonly inSidebar: boolean;
}

/** A list is cut short only if that spares so many links. */
const WORTH = 3;

export function makeNavigation({ ink, send, chosen }: Parts): Navigation {
  const side = makeNav("nbapp-nav");
  const top = makeNav("nbapp-nav nbapp-nav-top");
  const missing = makeMissing();
  const links = new Map<string, HTMLAnchorElement>();
  let drawn: unknown;
  let inSidebar = false;
  let crowded = false;
  let expanded = false;
  let shown = 10;

  const go = (name: string) => {
    for (const [each, link] of links)
      link.classList.toggle("nbapp-is-pending", each === name && !link.hasAttribute("aria-current"));
    send({ t: "page", name });
    chosen();
  };
  const draw = (sections: readonly Section[], position: unknown) => {
    links.clear();
    side.replaceChildren();
    top.replaceChildren();
    inSidebar = position === "sidebar";
    side.hidden = !inSidebar;
    top.hidden = position !== "top";
    const nav = inSidebar ? side : top;
    for (const { label, pages } of sections) {
      const list = document.createElement("ul");
      for (const each of pages) {
        const item = document.createElement("li");
        item.append(makeLink(each));
        list.append(item);
      }
      nav.append(...(label ? group(label, list) : [list]));
    }
    if (inSidebar) side.append(more.el);
  };
  const makeLink = (page: PageLink) => {
    const link = document.createElement("a");
    link.className = "nbapp-nav-link";
    label(link, page, ink);
    if (page.help) link.title = page.help;
    if (page.url) {
      outward(link, page.url);
      return link;
    }
    aimAt(link, page.path, "");
    link.addEventListener("click", (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(page.name);
    });
    links.set(page.name, link);
    return link;
  };
  const group = (name: string, list: HTMLElement): HTMLElement[] => {
    const heading = document.createElement(inSidebar ? "div" : "summary");
    heading.className = "nbapp-nav-section";
    const words = document.createElement("span");
    heading.append(words);
    words.textContent = name;
    const say = () => list.setAttribute("aria-label", words.textContent ?? name);
    const done = drawPhrase(words, name, ink);
    if (done) void done.then(say);
    else say();
    if (inSidebar) return [heading, list];
    const fold = document.createElement("details");
    fold.className = "nbapp-nav-fold";
    heading.insertAdjacentHTML("beforeend", `<span class="nbapp-chevron">${icon("chevron")}</span>`);
    fold.append(heading, list);
    foldAway(fold, ink.signal);
    return [fold];
  };
  const more = makeMore(() => {
    expanded = !expanded;
    cut();
  });
  /** Hide what is too much; the page that is open is always seen. */
  const cut = () => {
    const all = [...side.querySelectorAll<HTMLElement>("li")];
    const cuts = crowded && all.length >= shown + WORTH;
    all.forEach((item, index) => {
      const open = item.firstElementChild?.getAttribute("aria-current") === "page";
      item.hidden = cuts && !expanded && index >= shown && !open;
    });
    more.show(cuts, expanded, all.filter((item) => item.hidden).length);
  };

  return {
    side,
    top,
    missing: missing.el,
    get inSidebar() {
      return inSidebar;
    },
    crowd(now) {
      if (now === crowded) return;
      crowded = now;
      cut();
    },
    show(fact) {
      const { position, sections, current } = fact;
      if (!equal(drawn, { position, sections })) draw((sections ?? []) as Section[], position);
      drawn = { position, sections };
      shown = Number(fact["shown"] ?? 10);
      for (const [name, link] of links) {
        if (name === current) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
        link.classList.remove("nbapp-is-pending");
      }
      for (const fold of top.querySelectorAll("details")) {
        fold.open = false;
        fold.classList.toggle("nbapp-is-current", fold.querySelector("[aria-current]") !== null);
      }
      cut();
      missing.show(fact["missing"]);
    },
  };
}

/** What stands on a link: icon and title, which is Markdown. */
export function label(
  link: HTMLElement,
  { icon: sign, title }: { icon?: unknown; title: string },
  ink: Ink,
): void {
  const picture = sign === "spinner" ? "⏳" : iconText(sign);
  const words = document.createElement("span");
  words.className = "nbapp-nav-title";
  words.textContent = title;
  void drawPhrase(words, title, ink);
  if (picture) {
    const mark = document.createElement("span");
    mark.className = "nbapp-nav-icon";
    mark.setAttribute("aria-hidden", "true");
    mark.textContent = picture;
    link.append(mark);
  }
  link.append(words);
}

/** Have a link open another site, in a tab of its own. */
export function outward(link: HTMLAnchorElement, url: string): void {
  link.href = /^https?:/i.test(url) ? url : "#";
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.classList.add("nbapp-is-outward");
}

function makeNav(name: string): HTMLElement {
  const el = document.createElement("nav");
  el.className = name;
  el.setAttribute("aria-label", "Pages");
  el.hidden = true;
  return el;
}

function makeMore(toggle: () => void) {
  const el = document.createElement("button");
  el.type = "button";
  el.className = "nbapp-nav-more";
  el.addEventListener("click", toggle);
  return {
    el,
    show(cuts: boolean, expanded: boolean, hidden: number) {
      el.hidden = !cuts;
      el.setAttribute("aria-expanded", String(expanded));
      el.textContent = expanded ? "View less" : `View ${hidden} more`;
    },
  };
}

function makeMissing() {
  const el = document.createElement("div");
  el.className = "nbapp-alert nbapp-alert-warning nbapp-missing";
  el.setAttribute("role", "alert");
  const words = document.createElement("span");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "nbapp-bar-button";
  close.setAttribute("aria-label", "Close");
  close.innerHTML = icon("close");
  close.addEventListener("click", () => (el.hidden = true));
  el.append(words, close);
  el.hidden = true;
  let said: unknown;
  return {
    el,
    show(name: unknown) {
      if (name === said) return;
      said = name;
      el.hidden = typeof name !== "string";
      words.textContent = `There is no page “${String(name)}” in this app. This is its first page.`;
    },
  };
}

/** Close a fold by Escape, and by a press anywhere else. */
function foldAway(fold: HTMLDetailsElement, signal: AbortSignal): void {
  const outside = (event: Event) => {
    if (fold.open && !event.composedPath().includes(fold)) fold.open = false;
  };
  document.addEventListener("pointerdown", outside, { signal, capture: true });
  fold.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !fold.open) return;
    fold.open = false;
    fold.querySelector("summary")?.focus();
    event.stopPropagation();
  });
}
