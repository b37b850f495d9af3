/** Tell the views when JupyterLab has changed its address: it writes a path there without the query of an app. */
import { MOVED } from "../view/address";
import type { Plugin } from "./types";

export const movedPlugin: Plugin = {
  id: "nbapp:address",
  description: "Keeps the page and the query of an app in the address.",
  autoStart: true,
  activate(app) {
    // JupyterLab's own listener may come after this one.
    app.shell?.currentPathChanged?.connect(() => setTimeout(() => window.dispatchEvent(new Event(MOVED))));
  },
};
