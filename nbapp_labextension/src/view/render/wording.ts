/**
 * The words that a stock ipywidget writes by itself, as plain text: on a button, beside a checkbox or a radio button.
 * They are Markdown, and drawn as such in the place of that text, again whenever the stock view has written anew.
 */
import { drawPhrase } from "./phrase";
import type { Context, Props } from "./renderer";

/** Where the words of each element stand. */
const PLACES: Readonly<Record<string, string>> = {
  button: ".jupyter-button",
  form_submit_button: ".jupyter-button",
  checkbox: ".widget-label-basic > span",
  radio: ".widget-radio-box > label",
};

interface Words {
  readonly el: HTMLElement;
  /** What they were drawn from. */
  text: string;
  /** What pops up over them. */
  title: string;
}

/** What was drawn in each place of a widget, to put it back where the stock view writes the same again. */
const drawn = new WeakMap<HTMLElement, Map<number, Words>>();

/** @returns what is still to come, if the host draws a part */
export function reword(holder: HTMLElement, props: Props, context: Context): Promise<unknown> | undefined {
  const element = String(props["element"] ?? "");
  const places = PLACES[element] ? holder.querySelectorAll<HTMLElement>(PLACES[element]) : [];
  const known = drawn.get(holder) ?? new Map<number, Words>();
  drawn.set(holder, known);
  const waiting: Promise<void>[] = [];
  places.forEach((place, index) => {
    const raw = [...place.childNodes].find(isWritten);
    if (!raw) return;
    // Beside a checkbox, formulas may be drawn already, which takes them out of the text.
    const text = element === "checkbox" && place.childElementCount ? String(props["label"]) : raw.data;
    const words = known.get(index) ?? { el: fresh(text), text: "", title: "" };
    known.set(index, words);
    if (element === "checkbox") place.replaceChildren(words.el);
    else raw.replaceWith(words.el);
    const finish = () => retitle(place, words);
    if (words.text === text) return finish();
    words.text = text;
    const done = drawPhrase(words.el, words.text, context);
    const end = () => {
      if (element.endsWith("button")) unlink(words.el);
      finish();
    };
    if (done) waiting.push(done.then(end));
    else end();
  });
  return waiting.length ? Promise.all(waiting) : undefined;
}

/** Whether the stock view has written a text here. */
function isWritten(node: Node): node is Text {
  return node instanceof Text && node.data.trim() !== "";
}

function fresh(text: string): HTMLElement {
  const el = document.createElement("span");
  el.className = "nbapp-words";
  el.textContent = text;
  return el;
}

/** What pops up over the words is what they say. */
function retitle(place: HTMLElement, words: Words): void {
  const box = place.parentElement?.querySelector<HTMLElement>(":scope > input");
  const said = words.el.textContent ?? "";
  for (const el of [place, box])
    if (el?.title && [words.text, words.title].includes(el.title)) el.title = said;
  words.title = said;
}

/** A link inside a button could not be told from the button. */
function unlink(words: HTMLElement): void {
  for (const link of words.querySelectorAll("a")) link.replaceWith(...link.childNodes);
}
