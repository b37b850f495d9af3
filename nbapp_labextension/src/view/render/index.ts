/** The table of node kinds: who draws what. To add a kind: one file, one line here. */
import type { Context, Furniture, Props, Renderer } from "./renderer";
import { alert } from "./alert";
import { code } from "./code";
import { columns, column } from "./columns";
import { container, empty } from "./container";
import { dialog } from "./dialog";
import { divider } from "./divider";
import { exception } from "./exception";
import { expander } from "./expander";
import { form } from "./form";
import { fragment } from "./fragment";
import { frame } from "./frame";
import { heading } from "./heading";
import { image } from "./image";
import { input } from "./input";
import { json } from "./json";
import { latex } from "./latex";
import { markdown } from "./markdown";
import { metric } from "./metric";
import { mime } from "./mime";
import { page_link } from "./page_link";
import { progress } from "./progress";
import { spinner } from "./spinner";
import { stream } from "./stream";
import { table } from "./table";
import { tab, tabs } from "./tabs";
import { text } from "./text";
import { widget } from "./widget";

/** A renderer in a file of its own, fetched when the first node of the kind comes. */
function lazy(chunk: string): Renderer {
  let loaded: Renderer | undefined;
  return {
    async render(el: HTMLElement, props: Props, context: Context) {
      loaded ??= (await context.load<{ default: Renderer }>(chunk)).default;
      if (!context.signal.aborted) await loaded.render(el, props, context);
    },
    update(el: HTMLElement, props: Props, context: Context, before: Props) {
      return loaded?.update ? loaded.update(el, props, context, before) : false;
    },
    dispose(el: HTMLElement) {
      loaded?.dispose?.(el);
    },
  };
}

export const leaves: Readonly<Record<string, Renderer>> = {
  alert,
  code,
  dataframe: lazy("grid"),
  divider,
  exception,
  frame,
  heading,
  image,
  input,
  json,
  latex,
  markdown,
  metric,
  mime,
  page_link,
  progress,
  spinner,
  stream,
  table,
  text,
  vega: lazy("vega"),
  widget,
};

export const containers: Readonly<Record<string, Furniture>> = {
  column,
  columns,
  container,
  dialog,
  empty,
  expander,
  form,
  fragment,
  page: empty,
  tab,
  tabs,
};
