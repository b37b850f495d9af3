/**
 * One chart. New data go into the drawn chart; a new specification, size word or theme is drawn out of sight and then
 * takes the old one's place.
 */
import { View, changeset, parse, read } from "vega";
import { compile } from "vega-lite";
import { equal } from "../../equal";
import type { Context, Props } from "../renderer";
import { countOf, datasetsOf } from "./data";
import type { Datasets } from "./data";
import { onTheme, themeOf } from "./theme";
import { Tip } from "./tip";

const MANY = 4000; // rows from which on a canvas draws, not SVG
const UNSEEN = 600; // CSS pixels of width while the page has none
const USUAL = 350; // CSS pixels of height

type Spec = Record<string, unknown>;
type VegaSpec = { data?: { name: string; format?: { parse?: object } }[]; [key: string]: unknown };

export class Chart {
  private view: View | undefined;
  private holder: HTMLElement | undefined;
  private shown: Props | undefined;
  private parsed: VegaSpec = {};
  private busy: Promise<void> | undefined;
  private next: Props | undefined;
  private width = 0;
  private height = 0;
  private readonly tip: Tip;

  constructor(
    private readonly el: HTMLElement,
    private readonly context: Context,
  ) {
    el.classList.add("nbapp-vega");
    this.tip = new Tip(el);
    const sizes = new ResizeObserver(() => this.fit());
    sizes.observe(el);
    const { signal } = context;
    signal.addEventListener("abort", () => {
      sizes.disconnect();
      this.view?.finalize();
    });
    onTheme(() => void this.redraw(), signal);
  }

  /** Show this; what comes while a chart is being drawn waits, and only the newest of it is drawn. */
  show(props: Props): Promise<void> {
    this.next = props;
    this.busy ??= this.work().finally(() => (this.busy = undefined));
    return this.busy;
  }

  private async work(): Promise<void> {
    await this.context.attached(); // off the document, no color of the page is known
    while (this.next && !this.context.signal.aborted) {
      const props = this.next;
      this.next = undefined;
      const same = this.shown && this.view && sameChart(this.shown, props);
      if (same) await this.change(props);
      else await this.draw(props);
      this.shown = props;
      this.dress(props);
    }
  }

  private redraw(): Promise<void> {
    const props = this.next ?? this.shown;
    if (!props) return Promise.resolve();
    this.shown = undefined;
    return this.show(props);
  }

  /** Put new data into the chart that is there. */
  private async change(props: Props): Promise<void> {
    const view = this.view!;
    for (const [name, rows] of Object.entries(datasetsOf(props))) {
      const format = this.parsed.data?.find((data) => data.name === name)?.format;
      const ready = format?.parse
        ? read(rows as never, { type: "json", parse: format.parse } as never)
        : rows;
      view.change(
        name,
        changeset()
          .remove(() => true)
          .insert(ready),
      );
    }
    await view.resize().runAsync();
  }

  private async draw(props: Props): Promise<void> {
    const datasets = datasetsOf(props);
    const spec = structuredClone(props["spec"]) as Spec;
    this.width = spec["width"] === "container" ? this.el.clientWidth || UNSEEN : 0;
    this.height = spec["height"] === "container" ? this.room() : 0;
    if (this.width) spec["width"] = this.width;
    if (this.height) spec["height"] = this.height;
    spec["datasets"] = { ...(spec["datasets"] as Datasets | undefined), ...datasets };
    const config = props["theme"] ? themeOf(this.el).config : {};
    const logger = { level: 0, error: console.error, warn() {}, info() {}, debug() {} };
    this.parsed = compile(spec as never, { config: config as never, logger: logger as never })
      .spec as VegaSpec;
    const holder = document.createElement("div");
    holder.className = "nbapp-vega-chart";
    const view = new View(parse(this.parsed as never), {
      container: holder,
      hover: true,
      renderer: countOf(datasets) > MANY ? "canvas" : "svg",
      tooltip: (_: unknown, event: MouseEvent, __: unknown, value: unknown) => this.tip.show(event, value),
    } as never);
    try {
      await view.runAsync();
    } catch (error) {
      view.finalize();
      throw error;
    }
    this.swap(view, holder);
  }

  private swap(view: View, holder: HTMLElement): void {
    const { view: old, holder: before } = this;
    if (this.context.signal.aborted) {
      view.finalize();
      return;
    }
    this.view = view;
    this.holder = holder;
    this.tip.hide();
    if (before) before.replaceWith(holder);
    else this.el.prepend(holder);
    old?.finalize();
    this.fit();
  }

  /** Fill the room there is. */
  private fit(): void {
    const { view, el } = this;
    if (!view || !el.clientWidth) return;
    const width = this.width && el.clientWidth;
    const height = this.height && this.room();
    if (width === this.width && height === this.height) return;
    if (width) view.width((this.width = width));
    if (height) view.height((this.height = height));
    void view.resize().runAsync();
  }

  /** The height a chart that fills its place has. */
  private room(): number {
    return Math.max(this.el.parentElement?.clientHeight ?? 0, USUAL);
  }

  private dress(props: Props): void {
    const { holder } = this;
    if (!holder) return;
    holder.setAttribute("role", props["alt"] ? "img" : "figure");
    if (props["alt"]) holder.setAttribute("aria-label", String(props["alt"]));
    else holder.removeAttribute("aria-label");
  }
}

/** Whether two charts differ in their data at most. */
function sameChart(a: Props, b: Props): boolean {
  const names = (props: Props) => Object.keys(datasetsNamed(props)).sort();
  return (
    equal(a["spec"], b["spec"]) &&
    a["theme"] === b["theme"] &&
    equal(names(a), names(b)) &&
    names(a).length > 0
  );
}

function datasetsNamed(props: Props): object {
  return props["data"] ? { data: 0 } : ((props["datasets"] as object | undefined) ?? {});
}
