/** Success, info, warning and error: a sign and a colour, and a role that is read aloud. */
import { icon, type IconName } from "../icons";
import { drawMarkdown } from "./markdown";
import { iconText } from "./material";
import { drawPhrase } from "./phrase";
import type { Renderer } from "./renderer";

const LEVELS: Readonly<Record<string, { sign: IconName; word: string; urgent: boolean }>> = {
  success: { sign: "check", word: "Success", urgent: false },
  info: { sign: "info", word: "Info", urgent: false },
  warning: { sign: "alert", word: "Warning", urgent: true },
  error: { sign: "error", word: "Error", urgent: true },
};

export const alert: Renderer = {
  render(el, props, context) {
    const level = String(props["level"] ?? "info");
    const { sign, word, urgent } = LEVELS[level] ?? LEVELS["info"]!;
    const box = document.createElement("div");
    box.className = `nbapp-alert nbapp-alert-${level}`;
    box.setAttribute("role", urgent ? "alert" : "status");
    const mark = document.createElement("span");
    mark.className = "nbapp-alert-icon";
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", word);
    const own = iconText(props["icon"]);
    if (own) mark.textContent = own;
    else mark.innerHTML = icon(sign);
    const body = document.createElement("div");
    body.className = "nbapp-alert-body";
    if (typeof props["title"] === "string" && props["title"]) {
      const title = document.createElement("strong");
      title.className = "nbapp-alert-title";
      void drawPhrase(title, props["title"], context);
      body.append(title);
    }
    box.append(mark, body);
    el.append(box);
    return drawMarkdown(body, String(props["body"] ?? ""), context);
  },
};
