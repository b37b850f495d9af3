import { commandsPlugin } from "./lab/commands";
import { movedPlugin } from "./lab/moved";
import type { Plugin, Shared } from "./lab/types";

/** The plugins of nbapp, and nothing else. */
export default async function plugins(scope: Shared): Promise<Plugin[]> {
  return [await commandsPlugin(scope), movedPlugin];
}
