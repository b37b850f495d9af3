/** What the browser says of itself: told to the kernel when a view opens, and again when the theme changes. */
import type { Message } from "./render/renderer";

interface Parts {
  send(message: Message): void;
  signal: AbortSignal;
}

const DARK = "(prefers-color-scheme: dark)";

/** The host's theme where it names one (JupyterLab, Voilà), else what the system prefers; as in base.css. */
export function theme(): "light" | "dark" {
  const light = document.body.dataset["jpThemeLight"];
  const dark = light === undefined ? matchMedia(DARK).matches : light === "false";
  return dark ? "dark" : "light";
}

/** Whether the page stands in a frame of another, or is asked to look as if it did. */
function isEmbedded(): boolean {
  return window.parent !== window || new URLSearchParams(location.search).get("embed") === "true";
}

/** Tell it now, and again when the theme changes, until `signal` is aborted. */
export function tellContext({ send, signal }: Parts): void {
  let told = "";
  const tell = () => {
    const context = {
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      timezone_offset: new Date().getTimezoneOffset(),
      locale: navigator.language,
      url: location.origin + location.pathname,
      theme: theme(),
      embedded: isEmbedded(),
    };
    const text = JSON.stringify(context);
    if (text !== told) send({ t: "context", ...context });
    told = text;
  };
  tell();
  const watch = new MutationObserver(tell);
  watch.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  matchMedia(DARK).addEventListener("change", tell, { signal });
  signal.addEventListener("abort", () => watch.disconnect());
}
