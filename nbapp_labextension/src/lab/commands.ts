/** Commands for the app that has, or last had, the focus: rerun, stop, clear its cache. */
import type { AppHandle } from "../view/keys";
import { shared, type Plugin, type Shared } from "./types";

export const CommandIDs = {
  rerun: "nbapp:rerun",
  stop: "nbapp:stop",
  clearCache: "nbapp:clear-cache",
} as const;

const COMMANDS = [
  { id: CommandIDs.rerun, label: "Rerun the App", message: "rerun" },
  { id: CommandIDs.stop, label: "Stop the App", message: "stop" },
  { id: CommandIDs.clearCache, label: "Clear the App's Cache", message: "clear_cache" },
];

const page = globalThis as unknown as { nbappFocused?: AppHandle; nbappApps?: Set<AppHandle> };

/** The app that is meant: the one last used, or the only one. */
function current(): AppHandle | undefined {
  return page.nbappFocused ?? (page.nbappApps?.size === 1 ? [...page.nbappApps][0] : undefined);
}

/**
 * Make the plugin; the palette's token comes from the page.
 *
 * @param scope what the page shares; a page without the palette (Voilà) gets the commands alone
 */
export async function commandsPlugin(scope: Shared): Promise<Plugin> {
  const apputils = await shared<{ ICommandPalette?: unknown }>(scope, "@jupyterlab/apputils");
  return {
    id: "nbapp:commands",
    description: "Commands for the nbapp app that has the focus.",
    autoStart: true,
    optional: apputils?.ICommandPalette ? [apputils.ICommandPalette] : [],
    activate(app, palette) {
      for (const { id, label, message } of COMMANDS) {
        app.commands?.addCommand(id, {
          label,
          caption: `${label} (the one last used on this page)`,
          isEnabled: () => current() !== undefined,
          execute: () => current()?.send({ t: message }),
        });
        palette?.addItem({ command: id, category: "App" });
      }
    },
  };
}
