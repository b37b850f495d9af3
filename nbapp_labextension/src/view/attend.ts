/** Tells the kernel that somebody looks at the app here, and when nobody does any more: then it does not run by itself. */
import type { Message } from "./render/renderer";

export function attend({ send, signal }: { send(message: Message): void; signal: AbortSignal }): void {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  let told = false;
  const tell = (open: boolean) => {
    if (told === open) return;
    told = open;
    try {
      send({ t: "view", id, open });
    } catch {
      /* the kernel's end is gone already, and with it who would count */
    }
  };
  tell(true);
  window.addEventListener("pagehide", () => tell(false), { signal });
  window.addEventListener("pageshow", () => tell(true), { signal });
  signal.addEventListener("abort", () => tell(false));
}
