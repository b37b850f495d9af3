/** `set_page_config`: title and icon of the tab where the app has it to itself; layout, side bar and menu anywhere. */
import { makeMenu, type MenuItems } from "./menu";
import { iconText } from "./render/material";
import type { Ink, Props } from "./render/renderer";
import type { Sidebar } from "./sidebar";

interface Parts {
  root: HTMLElement;
  bar: HTMLElement;
  sidebar: Sidebar;
  /** The tab is the app's own: not a notebook's. */
  published: boolean;
  ink: Ink;
}

export interface PageConfig {
  show(config: Props): void;
  /** The title and the icon of the page that is open: the tab's, unless the script has set others. */
  open(page: Props): void;
}

export function makePageConfig({ root, bar, sidebar, published, ink }: Parts): PageConfig {
  const menu = makeMenu(ink);
  bar.append(menu.el);
  const first = document.title;
  let set: Props = {};
  let page: Props = {};
  const name = () => {
    if (!published) return;
    const title = set["title"] ?? plain(page["title"]);
    document.title = typeof title === "string" && title ? title : first;
    const icon = set["icon"] || page["icon"];
    if (typeof icon === "string" && icon) showIcon(icon);
  };
  return {
    open(opened) {
      page = opened;
      name();
    },
    show(config) {
      const { layout, sidebar: state, menu: items } = config;
      set = config;
      name();
      if (typeof layout === "string") root.dataset["layout"] = layout;
      if (state !== undefined) sidebar.begin(state);
      menu.show((items ?? {}) as MenuItems);
    },
  };
}

/** A title without its Markdown. */
function plain(title: unknown): unknown {
  return typeof title === "string" ? title.replace(/[*`~]/g, "") : undefined;
}

/** Set the icon of the browser's tab: a picture's address, or an emoji, which becomes a picture. */
function showIcon(icon: string): void {
  const href = iconAddress(icon);
  if (!href) return;
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]');
  const link = links[0] ?? document.createElement("link");
  links.forEach((other) => other !== link && other.remove());
  link.rel = "icon";
  link.removeAttribute("type");
  link.href = href;
  if (!link.isConnected) document.head.append(link);
}

/** The address of an icon's picture; nothing for a Material symbol that no font has. */
export function iconAddress(icon: string): string {
  if (/^(https?:|data:image\/)/.test(icon)) return icon;
  const sign = iconText(icon);
  if (!sign) return "";
  const text = `<text y=".9em" font-size="90">${escaped(sign)}</text>`;
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawn)}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
