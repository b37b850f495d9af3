/** A list to choose any number of options from; the chosen ones stand in the box as chips. */
import { Combobox } from "./_combobox";
import { type ControlModel, commit, control, make, setAttributes } from "./_control";
import { filterLabels } from "./_filter";
import type { Row } from "./_listbox";

type Choice = number | string;

export const open = control("multiselect", (el, model, signal) => {
  const field = make("div", "nbapp-field nbapp-field-many");
  const chips = make("span", "nbapp-chips");
  const clear = make(
    "button",
    "nbapp-field-clear",
    { type: "button", tabindex: -1, "aria-label": "Clear all" },
    "×",
  );
  const arrow = make("span", "nbapp-field-arrow", { "aria-hidden": "true" });
  const said = make("span", "nbapp-said", { role: "status" });
  const chosen = (): Choice[] => model.get("value") ?? [];
  const give = (value: Choice[]) => commit(model, value);

  const combobox = new Combobox(
    field,
    {
      stays: true,
      resting: () => "",
      rows: (query) => rowsOf(model, chosen(), query),
      pick: (row) => {
        const next = picked(model, chosen(), row, combobox.box.value);
        said.textContent = `${row.label}: ${next.length} chosen`;
        give(next);
      },
      erase: () => give(chosen().slice(0, -1)),
    },
    signal,
  );
  const { box } = combobox;
  field.append(box, chips, clear, arrow);
  el.append(field, combobox.list.el, said);
  clear.addEventListener("click", () => (give([]), box.focus()), { signal });
  chips.addEventListener("click", (event) => remove(event), { signal });

  function remove(event: Event): void {
    const chip = (event.target as Element).closest<HTMLElement>("button");
    if (!chip || box.disabled) return;
    const at = Number(chip.dataset["at"]);
    give(chosen().filter((_, place) => place !== at));
    box.focus();
  }

  let drawn = "";
  return () => {
    const disabled = Boolean(model.get("disabled"));
    const labels: string[] = model.get("options");
    const names = chosen().map((one) => labelOf(labels, one));
    setAttributes(box, {
      disabled,
      placeholder: names.length ? "" : model.get("placeholder"),
      readonly: model.get("filter_mode") === "",
    });
    field.classList.toggle("nbapp-is-disabled", disabled);
    clear.hidden = disabled || names.length === 0;
    const wanted = JSON.stringify([names, disabled]);
    if (wanted !== drawn) chips.replaceChildren(...names.map((name, at) => chip(name, at, disabled)));
    drawn = wanted;
    setAttributes(box, { "aria-description": names.length ? `Chosen: ${names.join(", ")}` : false });
    combobox.refresh();
  };
});

function labelOf(labels: readonly string[], one: Choice): string {
  return typeof one === "number" ? (labels[one] ?? "") : one;
}

function chip(name: string, at: number, disabled: boolean): HTMLElement {
  const label = `Remove ${name}`;
  const cross = make(
    "button",
    "",
    { type: "button", tabindex: -1, "aria-label": label, "data-at": at, disabled },
    "×",
  );
  return make("span", "nbapp-chip", { title: name }, make("span", "nbapp-chip-name", {}, name), cross);
}

/** The options that are left, what can be added, and a line for all of them. */
function rowsOf(model: ControlModel, chosen: readonly Choice[], query: string): Row[] {
  const limit: number | null = model.get("limit");
  if (limit !== null && chosen.length >= limit)
    return [{ value: null, label: `At most ${limit} can be chosen`, kind: "none", chosen: false }];
  const labels: string[] = model.get("options");
  const taken = new Set(chosen);
  const left = filterLabels(labels, query, model.get("filter_mode")).filter((at) => !taken.has(at));
  const rows: Row[] = [];
  if (model.get("select_all") && left.length > 1 && (limit === null || left.length + chosen.length <= limit))
    rows.push({
      value: null,
      label: query.trim() ? "Choose all of these" : "Choose all",
      kind: "all",
      chosen: false,
    });
  for (const at of left) rows.push({ value: at, label: labels[at]!, kind: "option", chosen: false });
  const text = query.trim();
  if (model.get("accept_new") && text && !labels.includes(text) && !taken.has(text))
    rows.push({ value: text, label: `Add “${text}”`, kind: "new", chosen: false });
  if (!rows.length) rows.push({ value: null, label: "No results", kind: "none", chosen: false });
  return rows;
}

function picked(model: ControlModel, chosen: readonly Choice[], row: Row, query: string): Choice[] {
  if (row.kind !== "all") return [...chosen, row.value as Choice];
  const left = filterLabels(model.get("options"), query, model.get("filter_mode"));
  return [...chosen, ...left.filter((at) => !chosen.includes(at))];
}
