/** The messages between the kernel and the view, and how bytes travel in them. */
import type { Props } from "./render/renderer";

export interface SlotData {
  id: number;
  kind: string;
  props: Props;
  children?: SlotData[];
}

export interface Status {
  state: "idle" | "running" | "stopped" | "error";
  manual?: boolean;
  pending?: boolean;
}

export interface Snapshot {
  seq: number;
  roots: Partial<Record<RootName, SlotData[]>>;
  status?: Status;
  config?: Props;
  navigation?: Props;
  url?: Props;
}

/** The branches that every page has. */
export const ROOTS = ["main", "sidebar", "dialog"] as const;
export type RootName = (typeof ROOTS)[number];
export type Parent = number | RootName;
export type Op =
  | ["put", number, string, Props]
  | ["insert", Parent, number | null, SlotData]
  | ["move", number, number | null]
  | ["remove", number[]];

/** Put the buffers of a message back where `{"$buffer": i}` stands. Changes `value` in place. */
export function withBuffers<T>(value: T, buffers: readonly DataView[]): T {
  return buffers.length ? (fill(value, buffers) as T) : value;
}

function fill(value: unknown, buffers: readonly DataView[]): unknown {
  if (typeof value !== "object" || value === null || value instanceof DataView) return value;
  const record = value as Record<string, unknown>;
  if (typeof record["$buffer"] === "number") return buffers[record["$buffer"]];
  for (const key of Object.keys(record)) record[key] = fill(record[key], buffers);
  return value;
}
