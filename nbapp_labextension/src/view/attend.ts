/**
 * Tells the kernel that somebody looks at the app here, and when nobody does any more: then it does not run by itself.
 *
 * What closes a notebook, or the browser, leaves no time to say so: therefore the kernel also asks.
 */
import type { Listener, Message } from "./render/renderer";

interface Parts {
  send(message: Message): void;
  hear(listener: Listener, signal: AbortSignal): void;
  signal: AbortSignal;
}

export function attend({ send, hear, signal }: Parts): void {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const tell = (open: boolean) => {
    try {
      send({ t: "view", id, open });
    } catch {
      /* the kernel's end is gone already, and with it who would count */
    }
  };
  tell(true);
  hear((message) => {
    if (message.t === "present") tell(true);
  }, signal);
  window.addEventListener("pagehide", () => tell(false), { signal });
  window.addEventListener("pageshow", () => tell(true), { signal });
  signal.addEventListener("abort", () => tell(false));
}
