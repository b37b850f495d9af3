/** Markdown that needs a complete parser: the host's. */
import { markDirectives } from "./directives";
import { drawByHost } from "./host";
import { escapeHtml } from "./inline";
import type { Ink } from "./renderer";

/** Have the host draw Markdown; null where it cannot. The marks of directives are still in it. */
export function drawSource(body: string, ink: Ink, html?: unknown): Promise<HTMLElement | null> {
  const source = markDirectives(html ? body : escapeHtml(body));
  const bundle = { "text/markdown": source };
  return drawByHost(ink, bundle, { mimeType: "text/markdown", trusted: html === true });
}
