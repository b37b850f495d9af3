/** The small bar of an app: what it is doing, stop, rerun, clear the cache; in manual mode a Run button. */
import type { Message } from "./render/renderer";
import { icon } from "./icons";
import type { Status } from "./wire";

interface BarParts {
  send(message: Message): void;
  signal: AbortSignal;
}

export interface Bar {
  el: HTMLElement;
  show(status: Status): void;
}

const STATES = { idle: "", running: "Running", stopped: "Stopped", error: "Ended with an error" };

export function makeBar({ send, signal }: BarParts): Bar {
  const el = document.createElement("div");
  el.className = "nbapp-bar";
  el.setAttribute("role", "toolbar");
  el.setAttribute("aria-label", "App");
  const state = document.createElement("span");
  state.className = "nbapp-bar-state";
  state.setAttribute("role", "status");
  const button = (name: "stop" | "rerun" | "clear", label: string, message: string) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `nbapp-bar-button nbapp-bar-${name}`;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.innerHTML = icon(name);
    made.addEventListener("click", () => send({ t: message }), { signal });
    return made;
  };
  const stop = button("stop", "Stop", "stop");
  const run = document.createElement("button");
  run.type = "button";
  run.className = "nbapp-bar-run";
  run.addEventListener("click", () => send({ t: "rerun" }), { signal });
  const quiet = document.createElement("span");
  quiet.className = "nbapp-bar-quiet";
  quiet.append(button("rerun", "Rerun (R)", "rerun"), button("clear", "Clear cache (C)", "clear_cache"));
  el.append(run, state, stop, quiet);
  return {
    el,
    show(status) {
      el.dataset["state"] = status.state;
      if (state.textContent !== STATES[status.state]) state.textContent = STATES[status.state] ?? "";
      stop.hidden = status.state !== "running";
      run.hidden = !status.manual;
      run.disabled = status.state === "running";
      run.classList.toggle("nbapp-is-pending", Boolean(status.pending));
      run.innerHTML = `${icon("run")}<span>Run</span>${status.pending ? "<span>changes pending</span>" : ""}`;
      el.classList.toggle("nbapp-is-manual", Boolean(status.manual));
    },
  };
}
