/**
 * The container through which JupyterLab, Notebook and Voilà load a prebuilt extension: `init` receives the packages
 * that the page shares, `get` hands out the modules. A bundler's runtime is not needed for it.
 */
import type { Plugin, Shared } from "./types";

interface Container {
  init(scope: Shared): void;
  get(module: string): Promise<() => unknown>;
}

/** Make the plugins loadable under the package's name. */
export function offer(name: string, plugins: (shared: Shared) => Promise<Plugin[]>): void {
  const page = window as unknown as { _JUPYTERLAB?: Record<string, Container> };
  let shared: Shared = {};
  (page._JUPYTERLAB ??= {})[name] = {
    init(scope) {
      shared = scope;
    },
    async get(module) {
      if (module !== "./extension") return () => ({});
      const made = await plugins(shared);
      return () => ({ __esModule: true, default: made });
    },
  };
}
