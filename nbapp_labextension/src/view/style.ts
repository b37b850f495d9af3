/** The style sheet of all views on the page: added once per document. */
import base from "./style/base.css";
import bar from "./style/bar.css";
import data from "./style/data.css";
import dialog from "./style/dialog.css";
import inputs from "./style/inputs.css";
import layout from "./style/layout.css";
import pages from "./style/pages.css";
import slider from "./style/slider.css";
import status from "./style/status.css";
import text from "./style/text.css";
import widgets from "./style/widgets.css";

const ID = "nbapp-style";

export function ensureStyle(): void {
  const old = document.getElementById(ID);
  const css = [base, text, layout, pages, inputs, status, data, widgets, slider, dialog, bar].join("\n");
  if (old?.textContent === css) return;
  const style = old ?? document.createElement("style");
  style.id = ID;
  style.textContent = css;
  document.head.append(style);
}
