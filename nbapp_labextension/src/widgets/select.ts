/** A list to choose one option from, that can be narrowed, cleared and added to. */
import { Combobox } from "./_combobox";
import { commit, control, make, setAttributes } from "./_control";
import { filterLabels } from "./_filter";
import type { Row } from "./_listbox";

export const open = control("select", (el, model, signal) => {
  const field = make("div", "nbapp-field");
  const mark = make("span", "nbapp-field-icon", { "aria-hidden": "true" });
  const clear = make(
    "button",
    "nbapp-field-clear",
    { type: "button", tabindex: -1, "aria-label": "Clear" },
    "×",
  );
  const arrow = make("span", "nbapp-field-arrow", { "aria-hidden": "true" });
  const labels = (): string[] => model.get("options");
  const chosen = (): number | string | null => model.get("value") ?? null;

  const combobox = new Combobox(
    field,
    {
      stays: false,
      resting: () => labelOf(labels(), chosen()),
      pick: (row) => commit(model, row.value),
      erase: () => model.get("clearable") && commit(model, null),
      rows: (query) => rowsOf(labels(), query, chosen(), model.get("filter_mode"), model.get("accept_new")),
    },
    signal,
  );
  const { box } = combobox;
  field.append(box, mark, clear, arrow);
  el.append(field, combobox.list.el);
  clear.addEventListener("click", () => (commit(model, null), box.focus()), { signal });

  return () => {
    const disabled = Boolean(model.get("disabled"));
    setAttributes(box, {
      disabled,
      placeholder: model.get("placeholder"),
      readonly: model.get("filter_mode") === "",
    });
    field.classList.toggle("nbapp-is-disabled", disabled);
    mark.textContent = model.get("icon");
    mark.hidden = !model.get("icon");
    clear.hidden = disabled || !model.get("clearable") || chosen() === null;
    combobox.refresh();
  };
});

function labelOf(labels: readonly string[], value: number | string | null): string {
  return typeof value === "number" ? (labels[value] ?? "") : (value ?? "");
}

function rowsOf(
  labels: readonly string[],
  query: string,
  chosen: number | string | null,
  mode: string,
  acceptNew: boolean,
): Row[] {
  const rows: Row[] = filterLabels(labels, query, mode).map((at) => ({
    value: at,
    label: labels[at]!,
    kind: "option",
    chosen: at === chosen,
  }));
  const text = query.trim();
  if (acceptNew && text && !labels.includes(text))
    rows.push({ value: text, label: `Add “${text}”`, kind: "new", chosen: false });
  if (!rows.length) rows.push({ value: null, label: "No results", kind: "none", chosen: false });
  return rows;
}
