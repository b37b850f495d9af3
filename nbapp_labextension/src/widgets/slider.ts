/** A slider over numbers that are shown in a form of their own. One thumb or two, each a native range input. */
import { type ControlModel, commit, control, make, setAttributes } from "./_control";
import { formatMoment } from "./_moment";
import { formatNumber } from "./_printf";

const TIMELIKE = new Set(["date", "time", "datetime"]);

export const open = control("slider", (el, model, signal) => {
  const track = make("div", "nbapp-slider-track");
  const readout = make("output", "nbapp-slider-readout");
  const inputs: HTMLInputElement[] = [];
  el.append(track, readout);

  const give = (moved: number) => {
    const places = inputs.map((input) => placed(model, Number(input.value)));
    const other = places[1 - moved];
    if (other !== undefined && (moved === 0 ? places[0]! > other : places[1]! < other)) {
      places[moved] = other;
      inputs[moved]!.value = String(indexed(model, other));
    }
    show(places);
    commit(model, places.length === 2 ? places : places[0]);
  };

  const show = (places: number[]) => {
    const words = places.map((place) => written(model, place));
    readout.value = words.join(" – ");
    inputs.forEach((input, at) => setAttributes(input, { "aria-valuetext": words[at]! }));
    const [low, size] = [model.get("min"), model.get("max") - model.get("min")];
    const ends = places.map((place) => String((place - low) / size));
    track.style.setProperty("--nbapp-from", places.length === 2 ? ends[0]! : "-1");
    track.style.setProperty("--nbapp-to", ends.at(-1)!);
  };

  return () => {
    const value = model.get("value");
    const places: number[] = Array.isArray(value) ? value : [value ?? model.get("min")];
    if (inputs.length !== places.length) {
      inputs.splice(
        0,
        inputs.length,
        ...places.map((_, at) => thumb(at, places.length, () => give(at), signal)),
      );
      track.replaceChildren(...inputs);
    }
    const last = Math.ceil((model.get("max") - model.get("min")) / model.get("step") - 1e-9);
    inputs.forEach((input, at) => {
      setAttributes(input, { min: 0, max: last, step: 1, disabled: Boolean(model.get("disabled")) });
      const index = String(indexed(model, places[at]!));
      if (input.value !== index) input.value = index;
    });
    show(places);
  };
});

function thumb(at: number, count: number, give: () => void, signal: AbortSignal): HTMLInputElement {
  const name = count === 2 ? { "aria-description": at === 0 ? "first" : "last" } : {};
  const input = make("input", "", { type: "range", ...(name as Record<string, string>) });
  input.addEventListener("input", give, { signal });
  return input;
}

/** The number at a step; the last step may be a short one. */
function placed(model: ControlModel, index: number): number {
  const [low, high, step] = [model.get("min"), model.get("max"), model.get("step")];
  const number = Math.min(high, low + index * step);
  return Number.isInteger(step) && Number.isInteger(low) ? number : Number(number.toPrecision(12));
}

function indexed(model: ControlModel, place: number): number {
  if (place >= model.get("max")) return Math.ceil((place - model.get("min")) / model.get("step") - 1e-9);
  return Math.round((place - model.get("min")) / model.get("step"));
}

function written(model: ControlModel, place: number): string {
  const { kind, text } = model.get("format");
  return TIMELIKE.has(kind) ? formatMoment(place, text) : formatNumber(place, text);
}
