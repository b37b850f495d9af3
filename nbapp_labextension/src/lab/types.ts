/** The few shapes of JupyterLab that the plugins touch. */

/** The share scope of the page: package -> version -> how to get it. */
export type Shared = Record<string, Record<string, { get(): Promise<() => unknown>; loaded?: unknown }>>;

export interface Commands {
  addCommand(id: string, options: object): unknown;
  notifyCommandChanged?(id?: string): void;
}

export interface Shell {
  currentPath?: string;
  currentPathChanged?: { connect(slot: () => void): void };
}

export interface Palette {
  addItem(item: { command: string; category: string }): unknown;
}

export interface Plugin {
  id: string;
  description: string;
  autoStart: boolean;
  optional?: unknown[];
  activate(app: { commands?: Commands; shell?: Shell }, palette?: Palette | null): void;
}

/** A package of the page, or null where the page has none of that name. */
export async function shared<T>(scope: Shared, name: string): Promise<T | null> {
  const versions = Object.values(scope[name] ?? {});
  const first = versions.find((version) => version.loaded) ?? versions[0];
  if (!first) return null;
  try {
    return (await first.get())() as T;
  } catch {
    return null;
  }
}
