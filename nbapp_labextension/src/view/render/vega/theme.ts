/** The page's colors and fonts as a Vega-Lite config; told anew when the host changes its theme. */

const LIGHT = [
  "#1f77c9",
  "#e0762f",
  "#2e9b6b",
  "#c8507f",
  "#8465c2",
  "#a98b14",
  "#2fa0b3",
  "#8d6748",
  "#5d6b7a",
  "#b04a3a",
];
const DARK = [
  "#5aa9f2",
  "#f0985a",
  "#56c490",
  "#ea80a8",
  "#ab92e6",
  "#d6ba4c",
  "#62c7d8",
  "#bd9878",
  "#9aa7b5",
  "#e07f70",
];

export interface Theme {
  readonly dark: boolean;
  readonly config: Record<string, unknown>;
}

/** What a CSS color is on this page, as numbers that a canvas knows too. */
function resolve(el: HTMLElement, colors: readonly string[]): string[] {
  const probe = document.createElement("span");
  el.append(probe);
  const found = colors.map((color) => {
    probe.style.color = "";
    probe.style.color = color;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return found;
}

/** Whether text on the page is light. */
function isLight(color: string): boolean {
  const parts = color.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
  const scale = color.startsWith("color(") ? 255 : 1;
  const [r, g, b] = [parts[0]! * scale, parts[1]! * scale, parts[2]! * scale];
  return 0.299 * r + 0.587 * g + 0.114 * b > 140;
}

export function themeOf(el: HTMLElement): Theme {
  const names = [
    "var(--nbapp-ink)",
    "var(--nbapp-ink-soft)",
    "var(--nbapp-line)",
    "var(--nbapp-line-strong)",
  ];
  const [ink, soft, line, strong] = resolve(el, names) as [string, string, string, string];
  const dark = isLight(ink);
  const category = dark ? DARK : LIGHT;
  const font = getComputedStyle(el).fontFamily;
  const config = {
    background: "transparent",
    font,
    padding: { left: 4, right: 8, top: 8, bottom: 4 },
    view: { stroke: "transparent" },
    title: { color: ink, subtitleColor: soft, fontSize: 15, fontWeight: 600, anchor: "start", offset: 12 },
    header: { labelColor: soft, titleColor: soft, labelFontSize: 12, titleFontSize: 12 },
    axis: {
      labelColor: soft,
      titleColor: soft,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: "normal",
      labelPadding: 6,
      titlePadding: 10,
      gridColor: line,
      domainColor: strong,
      tickColor: strong,
      ticks: false,
      domain: false,
    },
    axisX: { domain: true },
    axisBand: { grid: false },
    legend: {
      labelColor: soft,
      titleColor: soft,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: "normal",
      orient: "bottom",
      symbolSize: 70,
    },
    range: { category, ramp: { scheme: dark ? "darkblue" : "blues" }, heatmap: { scheme: "viridis" } },
    mark: { color: category[0] },
    line: { strokeWidth: 2, strokeCap: "round", strokeJoin: "round" },
    bar: { cornerRadiusEnd: 2 },
    rule: { color: strong },
    text: { color: ink },
  };
  return { dark, config };
}

/** Hear of a change of theme, until `signal` is aborted. */
export function onTheme(changed: () => void, signal: AbortSignal): void {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    // JupyterLab loads the theme's style sheet after it has named it
    frame = requestAnimationFrame(() => requestAnimationFrame(changed));
  };
  const watch = new MutationObserver(soon);
  watch.observe(document.body, { attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "class"] });
  const media = matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", soon, { signal });
  signal.addEventListener("abort", () => {
    watch.disconnect();
    cancelAnimationFrame(frame);
  });
}
