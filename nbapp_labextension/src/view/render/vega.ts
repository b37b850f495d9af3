/** A Vega-Lite chart. Vega and its compiler are in this chunk, from what is installed, never from the net. */
import type { Renderer } from "./renderer";
import { Chart } from "./vega/chart";

const charts = new WeakMap<HTMLElement, Chart>();

const vega: Renderer = {
  render(el, props, context) {
    const chart = new Chart(el, context);
    charts.set(el, chart);
    return chart.show(props);
  },
  update(el, props) {
    return charts.get(el)?.show(props) ?? false;
  },
};

export default vega;
