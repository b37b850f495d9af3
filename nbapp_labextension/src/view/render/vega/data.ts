/** The data of a chart: by column over the wire, by row for Vega. */
import type { Props } from "../renderer";

export type Datum = Record<string, unknown>;
export type Datasets = Record<string, Datum[]>;

interface Columns {
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
  readonly series?: readonly (readonly [string, readonly unknown[]])[];
}

/** All data sets of a chart, by name. */
export function datasetsOf(props: Props): Datasets {
  const own = props["data"] as Columns | undefined;
  if (own) return { data: rowsOf(own) };
  const given = props["datasets"] as Datasets | undefined;
  return given ? structuredClone(given) : {};
}

/** Columns become rows; several series over one x become one row for each of their points. */
export function rowsOf({ columns, series }: Columns): Datum[] {
  const names = Object.keys(columns);
  const length = columns[names[0] ?? ""]?.length ?? 0;
  const row = (i: number): Datum => Object.fromEntries(names.map((name) => [name, columns[name]![i]]));
  const all = Array.from({ length }, (_, i) => row(i));
  if (!series) return all;
  return series.flatMap(([color, values]) => all.map((one, i) => ({ ...one, y: values[i], color })));
}

export function countOf(datasets: Datasets): number {
  return Object.values(datasets).reduce((sum, rows) => sum + rows.length, 0);
}
