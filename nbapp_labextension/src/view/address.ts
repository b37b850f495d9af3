/**
 * The address of the page: which of the app's pages is open, and its query.
 *
 * The kernel knows where the reader is; here the address bar is kept in step with it, and it is told when a view opens
 * under another address and when the reader goes back or forward. JupyterLab takes the query out of its address
 * whenever a document comes to the front, and the address may be another document's: then it is left alone. It may also
 * show the folder's in the place of the document's that is in front (after a reload): that is put right.
 */
import type { AppModel, Message, Props } from "./render/renderer";

/** The parameter that names the page. */
export const PAGE = "nbapp-page";

/** The event with which our plugin tells that JupyterLab has changed its address. */
export const MOVED = "nbapp:moved";

/** Parameters that are not the app's: those of the host, and of whoever embeds the page. They stay where they are. */
const EMBED = ["embed", "embed_options"];
const VOILA = ["theme", "template", "token"];
const LAB = ["reset", "clone", "token", "file-browser-path", "factory"];

/** Milliseconds after which a page is shown although the kernel has not said that it is the right one. */
const PATIENCE = 10_000;

/** Several addresses that a script sets within so many milliseconds, while the reader does nothing, are one step. */
const ONE_STEP = 300;

export interface Place {
  query: string;
  page: string;
}

interface Parts {
  model: AppModel;
  root: HTMLElement;
  /** What the kernel last said of the address; nothing if it has said nothing yet. */
  known: Props | undefined;
  send(message: Message): void;
  signal: AbortSignal;
}

export interface Address {
  show(fact: Props): void;
}

/** What our plugin and the views tell each other: the path of the document in front, and who writes the address. */
export interface InFront {
  nbappInFront?: () => string;
  /** A view is writing just now: two that disagree would else answer each other without end. */
  nbappWrites?: boolean;
}

const page = globalThis as unknown as InFront & { nbappOpened?: Set<string> };

/** The app's part of a query: its own parameters, and the page. */
export function readSearch(search: string, hosts: readonly string[]): Place {
  const all = new URLSearchParams(search);
  const own = new URLSearchParams();
  for (const [name, value] of all) if (name !== PAGE && !hosts.includes(name)) own.append(name, value);
  return { query: own.toString(), page: all.get(PAGE) ?? "" };
}

/**
 * The query under which a place is reached.
 *
 * @param search the query now, of which the host's parameters stay
 * @param place the app's part; without a page, the one there is now stays
 */
export function writeSearch(
  search: string,
  place: { query: string; page: string | null },
  hosts: readonly string[],
): string {
  const now = new URLSearchParams(search);
  const own = new URLSearchParams(place.query);
  const next = new URLSearchParams();
  for (const [name, value] of now) if (hosts.includes(name) && !own.has(name)) next.append(name, value);
  const name = place.page ?? now.get(PAGE);
  if (name) next.append(PAGE, name);
  for (const [each, value] of own) next.append(each, value);
  const text = next.toString();
  return text && `?${text}`;
}

export function makeAddress({ model, root, known, send, signal }: Parts): Address {
  const document_ = documentOf(model);
  let last = known;
  /** The question whose answer says that the page is the one of the address. */
  let awaited = "";
  let pushed = 0;
  let acted = false;
  for (const event of ["pointerdown", "keydown"])
    window.addEventListener(event, () => (acted = true), { signal, capture: true });

  const write = (fact: Props, replace: boolean) => {
    const path = document_.path();
    if (path === null) return;
    const place = { query: String(fact["query"] ?? ""), page: fact["page"] as string | null };
    const search = writeSearch(location.search, place, hosts());
    const isThere = path === location.pathname;
    if (isThere && search === writeSearch(location.search, readSearch(location.search, hosts()), hosts()))
      return;
    const url = path + search + location.hash;
    const joins = !acted && Date.now() - pushed < ONE_STEP;
    page.nbappWrites = true;
    try {
      if (replace || joins || !isThere) history.replaceState(history.state, "", url);
      else {
        history.pushState(null, "", url);
        pushed = Date.now();
        acted = false;
      }
    } finally {
      page.nbappWrites = false;
    }
  };
  const tell = (place: Place, history_: boolean) => {
    awaited = Math.random().toString(36).slice(2);
    send({ t: "url", ...place, id: awaited, history: history_ });
    setTimeout(giveUp, PATIENCE, awaited);
  };
  const settle = (answer: unknown) => {
    if (answer !== awaited) return;
    awaited = "";
    delete root.dataset["route"];
  };
  const giveUp = (question: string) => {
    if (question !== awaited) return;
    settle(question);
    if (last) write(last, true);
  };

  const first = document_.opened();
  if (!isBare(first) && !isSame(first, last)) root.dataset["route"] = "waiting";
  tell(first, false);
  window.addEventListener(
    "popstate",
    () => {
      if (!document_.isHere()) return;
      const place = readSearch(location.search, hosts());
      const mayBeOurs = place.page && last?.["page"] === null; // so far it named the page of another app
      if (mayBeOurs || !isSame(place, last)) tell(place, true);
    },
    { signal },
  );
  window.addEventListener(MOVED, () => last && !awaited && write(last, true), { signal });
  return {
    show(fact) {
      last = fact;
      const answered = awaited !== "" && fact["taken"] === awaited;
      if (answered) settle(awaited);
      if (!awaited) write(fact, answered || fact["replace"] === true);
    },
  };
}

/** Give a link the address of another page of the app; JupyterLab's own may change until it is used. */
export function aimAt(link: HTMLAnchorElement, path: string, query: string): void {
  const aim = () => {
    link.href = location.pathname + writeSearch(location.search, { query, page: path }, hosts());
  };
  for (const event of ["pointerenter", "focus"]) link.addEventListener(event, aim);
  aim();
}

/** Whether a click on a link is for the app: others open a tab or a window of their own. */
export function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

function hosts(): readonly string[] {
  return [...EMBED, ...(isVoila() ? VOILA : LAB)];
}

function isVoila(): boolean {
  return document.body.dataset["voila"] !== undefined;
}

function isBare({ query, page: name }: Place): boolean {
  return !query && !name;
}

function isSame(place: Place, fact: Props | undefined): boolean {
  const there = fact?.["page"];
  const same = new URLSearchParams(String(fact?.["query"] ?? "")).toString() === place.query;
  return same && (there === null || (there ?? "") === place.page);
}

/** The document that the view stands in. */
function documentOf(model: AppModel): { isHere(): boolean; path(): string | null; opened(): Place } {
  const context = (model.widget_manager as { context?: { path?: string } } | undefined)?.context;
  const inLab = !isVoila() && document.querySelector(".jp-LabShell") !== null;
  /** Whether an address is this document's; only JupyterLab has several under one page. */
  const isOurs = (pathname: string) => {
    if (!inLab) return true;
    const path = context?.path;
    return path !== undefined && decodeURIComponent(pathname).endsWith(`/tree/${path}`);
  };
  return {
    isHere: () => isOurs(location.pathname),
    /** The path of its address, also where JupyterLab shows another although it is in front; else nothing. */
    path() {
      if (isOurs(location.pathname)) return location.pathname;
      const path = context?.path;
      if (!path || page.nbappInFront?.() !== path) return null;
      const lab = location.pathname.replace(/\/tree(\/.*)?$/, "");
      return `${lab}/tree/${path.split("/").map(encodeURIComponent).join("/")}`;
    },
    /** The place that the reader has opened: as it stands, or as it stood before JupyterLab took it out. */
    opened() {
      const place = readSearch(isOurs(location.pathname) ? location.search : "", hosts());
      const path = context?.path ?? "";
      const known = (page.nbappOpened ??= new Set());
      const isFirst = !known.has(path);
      known.add(path);
      if (!inLab || !isFirst || !isBare(place)) return place;
      const loaded = new URL(performance.getEntriesByType("navigation")[0]?.name ?? location.href);
      return isOurs(loaded.pathname) ? readSearch(loaded.search, hosts()) : place;
    },
  };
}
