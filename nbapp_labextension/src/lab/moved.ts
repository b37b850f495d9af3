/** Tell the views when JupyterLab has changed its address: it writes a path there without the query of an app. */
import { type InFront, MOVED } from "../view/address";
import type { Plugin } from "./types";

export const movedPlugin: Plugin = {
  id: "nbapp:address",
  description: "Keeps the page and the query of an app in the address.",
  autoStart: true,
  activate({ shell }) {
    if (!shell?.currentPathChanged) return;
    const page = globalThis as unknown as InFront & { navigation?: EventTarget };
    page.nbappInFront = () => shell.currentPath ?? "";
    // JupyterLab's own listener may come after this one.
    const tell = () => setTimeout(() => window.dispatchEvent(new Event(MOVED)));
    shell.currentPathChanged.connect(tell);
    // After a reload it may write the folder's address over that of the document in front, without a word.
    page.navigation?.addEventListener("currententrychange", (event) => {
      const isOurs = page.nbappWrites === true;
      if (!isOurs && (event as Event & { navigationType?: string }).navigationType !== "traverse") tell();
    });
  },
};
