/** A form: a box whose inputs are handed in together, by one of its buttons or by Enter. */
import { submitOnEnter, waitBeforeSubmit } from "../submit";
import { dressBox } from "./container";
import type { Furniture } from "./renderer";

export const form: Furniture = {
  open(el, props, { signal }) {
    el.classList.add("nbapp-form", "nbapp-container", "nbapp-inside");
    dressBox(el, props);
    el.dataset["enter"] = String(props["enter"] === true);
    waitBeforeSubmit(el, signal);
    submitOnEnter(el, signal);
    return el;
  },
  update(el, props) {
    dressBox(el, props);
    el.dataset["enter"] = String(props["enter"] === true);
  },
};
