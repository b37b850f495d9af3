/** A box for a number: it may be empty, shows its number in a format, and steps by buttons and arrow keys. */
import { type ControlModel, commit, control, make, setAttributes } from "./_control";
import { formatNumber } from "./_printf";

export const open = control("number-input", (el, model, signal) => {
  const box = make("input", "", {
    type: "text",
    role: "spinbutton",
    inputmode: "decimal",
    autocomplete: "off",
    spellcheck: "false",
  });
  const less = make("button", "", { type: "button", tabindex: -1, "aria-label": "Less" }, "−");
  const more = make("button", "", { type: "button", tabindex: -1, "aria-label": "More" }, "+");
  el.append(box, less, more);
  let edited = false;

  const show = () => {
    const value: number | null = model.get("value");
    const text = value === null || value === undefined ? "" : formatNumber(value, model.get("format"));
    if (!edited && box.value !== text) box.value = text;
    setAttributes(box, { "aria-valuenow": value ?? false, "aria-valuetext": text === "" ? false : text });
  };

  const give = (value: number | null) => {
    edited = false;
    setAttributes(box, { "aria-invalid": false, title: false });
    commit(model, value);
    show();
  };

  const take = () => {
    if (!edited) return;
    const text = box.value.trim();
    if (text === "") {
      if (model.get("clearable") && !model.get("required")) return give(null);
      edited = false;
      return show();
    }
    const value = parse(text);
    const wrong = value === null ? "This is not a number." : complaint(model, value);
    if (wrong) setAttributes(box, { "aria-invalid": "true", title: wrong });
    else give(value);
  };

  const step = (by: number) => {
    const typed = edited ? parse(box.value) : null;
    const from: number | null = typed ?? model.get("value") ?? null;
    give(from === null ? bounded(model, 0) : bounded(model, stepped(model, from, by)));
  };

  box.addEventListener("input", () => (edited = true), { signal });
  box.addEventListener("blur", take, { signal });
  box.addEventListener("keydown", (event) => onKey(event, { take, step, model, give, forget }), { signal });
  box.addEventListener("wheel", (event) => document.activeElement === box && event.preventDefault(), {
    signal,
  });
  less.addEventListener("click", () => step(-1), { signal });
  more.addEventListener("click", () => step(1), { signal });

  /** @returns whether there was anything to forget; else the key is for whatever is around, such as a dialog */
  function forget(): boolean {
    const typed = edited;
    edited = false;
    setAttributes(box, { "aria-invalid": false, title: false });
    show();
    return typed;
  }

  return () => {
    const [low, high, value] = [model.get("min"), model.get("max"), model.get("value")];
    const disabled = Boolean(model.get("disabled"));
    setAttributes(box, {
      disabled,
      placeholder: model.get("placeholder"),
      inputmode: model.get("whole") && low !== null && low >= 0 ? "numeric" : "decimal",
      "aria-valuemin": low ?? false,
      "aria-valuemax": high ?? false,
      "aria-required": model.get("required") ? "true" : false,
    });
    less.disabled = disabled || (low !== null && value !== null && value <= low);
    more.disabled = disabled || (high !== null && value !== null && value >= high);
    show();
  };
});

interface Keyed {
  take(): void;
  step(by: number): void;
  give(value: number | null): void;
  forget(): boolean;
  model: ControlModel;
}

function onKey(event: KeyboardEvent, box: Keyed): void {
  const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
  const by = steps[event.key];
  if (by !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    box.step(event.shiftKey ? by * 10 : by);
  } else if (event.key === "Enter") box.take();
  else if (event.key === "Escape" && box.forget()) event.preventDefault();
}

/** Read a number as people write it: 1234.5, 1 234.5, 1,234.5, 12,5, 1e3, 12 %. */
export function parse(text: string): number | null {
  let bare = text.replace(/[\s\u00a0\u202f_']/g, "").replace(/[\u2212\u2013]/g, "-");
  const [comma, point] = [bare.lastIndexOf(","), bare.lastIndexOf(".")];
  if (comma >= 0 && point < 0 && !/^[-+]?\d{1,3}(,\d{3})+$/.test(bare)) bare = bare.replace(",", ".");
  else bare = bare.replaceAll(",", "");
  const found = /[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?/.exec(bare);
  if (!found) return null;
  const rest = bare.slice(0, found.index) + bare.slice(found.index + found[0].length);
  return /\d/.test(rest) ? null : Number(found[0]);
}

function complaint(model: ControlModel, value: number): string {
  const [low, high] = [model.get("min"), model.get("max")];
  if (model.get("whole") && !Number.isInteger(value)) return "Only whole numbers are taken here.";
  if (low !== null && value < low) return `The least is ${formatNumber(low, model.get("format"))}.`;
  if (high !== null && value > high) return `The most is ${formatNumber(high, model.get("format"))}.`;
  return Number.isFinite(value) ? "" : "This number is too large.";
}

function stepped(model: ControlModel, from: number, by: number): number {
  const step: number = model.get("step");
  const places = Math.max(decimals(from), decimals(step));
  return Number((from + by * step).toFixed(Math.min(places, 20)));
}

function decimals(value: number): number {
  const [mantissa = "", power = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(power));
}

function bounded(model: ControlModel, value: number): number {
  const [low, high] = [model.get("min"), model.get("max")];
  return Math.min(high ?? value, Math.max(low ?? value, value));
}
