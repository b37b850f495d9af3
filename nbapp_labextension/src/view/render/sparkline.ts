/** A small chart without axes, as SVG. */
const NS = "http://www.w3.org/2000/svg";
const WIDTH = 200;
const HEIGHT = 40;

export function drawSparkline(type: string, values: readonly (number | null)[], color: string): SVGElement {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("class", "nbapp-sparkline");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", describe(values));
  svg.style.color = color;
  const numbers = values.filter((value) => value !== null);
  const floor = type === "bar" ? Math.min(0, ...numbers) : Math.min(...numbers);
  const top = type === "bar" ? Math.max(0, ...numbers) : Math.max(...numbers);
  const y = (value: number) => HEIGHT - 3 - ((value - floor) / (top - floor || 1)) * (HEIGHT - 6);
  if (type === "bar") svg.append(...bars(values, y));
  else for (const run of runs(values)) svg.append(...strokes(run, values.length, y, type === "area"));
  return svg;
}

function describe(values: readonly (number | null)[]): string {
  const numbers = values.filter((value) => value !== null);
  if (!numbers.length) return "no values";
  return `${numbers.length} values from ${numbers[0]} to ${numbers[numbers.length - 1]}`;
}

/** Stretches of values without a gap, each with its position. */
function runs(values: readonly (number | null)[]): [number, number][][] {
  const found: [number, number][][] = [[]];
  values.forEach((value, i) => {
    if (value === null) found.push([]);
    else found[found.length - 1]!.push([i, value]);
  });
  return found.filter((run) => run.length);
}

function strokes(
  run: [number, number][],
  count: number,
  y: (v: number) => number,
  filled: boolean,
): SVGElement[] {
  const step = (WIDTH - 4) / Math.max(1, count - 1);
  const points = run.map(([i, value]) => `${(2 + i * step).toFixed(1)} ${y(value).toFixed(1)}`);
  const line = `M${points.join("L")}${run.length === 1 ? "h0.1" : ""}`;
  const drawn = [path(line, { fill: "none", stroke: "currentColor", "stroke-width": "2" })];
  if (filled) {
    const [from, to] = [run[0]![0], run[run.length - 1]![0]].map((i) => (2 + i! * step).toFixed(1));
    drawn.unshift(
      path(`${line}L${to} ${HEIGHT}L${from} ${HEIGHT}Z`, { fill: "currentColor", "fill-opacity": "0.15" }),
    );
  }
  return drawn;
}

function bars(values: readonly (number | null)[], y: (v: number) => number): SVGElement[] {
  const step = WIDTH / values.length;
  const zero = y(0);
  return values.flatMap((value, i) => {
    if (value === null) return [];
    const [a, b] = [i * step + step * 0.12, (i + 1) * step - step * 0.12];
    return [path(`M${a} ${zero}H${b}V${y(value)}H${a}Z`, { fill: "currentColor" })];
  });
}

function path(d: string, attributes: Record<string, string>): SVGElement {
  const el = document.createElementNS(NS, "path");
  el.setAttribute("d", d);
  el.setAttribute("vector-effect", "non-scaling-stroke");
  el.setAttribute("stroke-linejoin", "round");
  el.setAttribute("stroke-linecap", "round");
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  return el;
}
