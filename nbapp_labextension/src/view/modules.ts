/** Where the files of the build are: the one way to import a chunk. */
import type { LoadModule } from "./core";

/** Filled in by the build: logical name -> file name with its hash. */
declare const __CHUNKS__: Readonly<Record<string, string>>;

export function loadChunk<T>(load: LoadModule, name: string): Promise<T> {
  const file = __CHUNKS__[`${name}.js`];
  if (!file) return Promise.reject(new Error(`nbapp has no part named ${name}`));
  return load(`${name}.js`, file) as Promise<T>;
}
