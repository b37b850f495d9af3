/** What stands in the place of a node that could not be drawn. */
export function showFailure(el: HTMLElement, kind: string, error: unknown): void {
  const box = document.createElement("div");
  box.className = "nbapp-failure";
  box.setAttribute("role", "note");
  const title = document.createElement("strong");
  title.textContent = `This ${kind} could not be shown. `;
  const reason = document.createElement("span");
  reason.textContent = error instanceof Error ? error.message : String(error);
  box.append(title, reason);
  el.replaceChildren(box);
}
