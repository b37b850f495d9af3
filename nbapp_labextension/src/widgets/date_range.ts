/** The first and the last day of a range: two native date inputs. */
import { commit, control, make, setAttributes } from "./_control";

export const open = control("date-range", (el, model, signal) => {
  const first = make("input", "", { type: "date", "aria-description": "First day" });
  const last = make("input", "", { type: "date", "aria-description": "Last day" });
  el.append(first, make("span", "nbapp-date-range-to", { "aria-hidden": "true" }, "–"), last);
  const boxes = [first, last];

  const give = (moved: HTMLInputElement) => {
    if (
      boxes.some((box) => box.validity.badInput || box.validity.rangeUnderflow || box.validity.rangeOverflow)
    )
      return;
    if (!model.get("clearable") && moved.value === "") return redraw();
    if (first.value && last.value && first.value > last.value)
      (moved === first ? last : first).value = moved.value;
    commit(
      model,
      boxes.map((box) => box.value).filter((day) => day !== ""),
    );
  };

  for (const box of boxes) {
    box.addEventListener("change", () => give(box), { signal });
    // A day half typed is no day: the value counts when the box is left, or a day was picked.
    box.addEventListener("blur", () => give(box), { signal });
  }

  const redraw = () => {
    const value: string[] = model.get("value") ?? [];
    boxes.forEach((box, at) => {
      setAttributes(box, {
        min: model.get("min"),
        max: model.get("max"),
        disabled: Boolean(model.get("disabled")),
      });
      const day = value[at] ?? "";
      if (box.value !== day && !(document.activeElement === box && value.length < 2 && day === ""))
        box.value = day;
    });
  };
  return redraw;
});
