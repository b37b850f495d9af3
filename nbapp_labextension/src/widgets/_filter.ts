/** How typing narrows a list of labels. */

/**
 * Find the labels that a query means.
 *
 * @param mode "prefix", "contains", "fuzzy" (the letters in their order, with gaps) or "" for all of them
 * @returns their places, the best first
 */
export function filterLabels(labels: readonly string[], query: string, mode: string): number[] {
  const wanted = query.trim().toLowerCase();
  const all = labels.map((_, at) => at);
  if (!wanted || !mode) return all;
  if (mode === "prefix") return all.filter((at) => labels[at]!.toLowerCase().startsWith(wanted));
  const scored = all
    .map((at) => [at, score(labels[at]!.toLowerCase(), wanted, mode === "fuzzy")] as const)
    .filter(([, points]) => points < Infinity);
  if (mode === "fuzzy") scored.sort((one, other) => one[1] - other[1] || one[0] - other[0]);
  return scored.map(([at]) => at);
}

/** Fewer points are better: the place where the query stands; behind those, the gaps between its letters. */
function score(label: string, wanted: string, fuzzy: boolean): number {
  const found = label.indexOf(wanted);
  if (found >= 0) return found === 0 || /\W/.test(label[found - 1]!) ? found / 1e3 : 1 + found / 1e3;
  if (!fuzzy) return Infinity;
  let at = -1;
  let gaps = 0;
  for (const letter of wanted) {
    if (letter === " ") continue;
    const next = label.indexOf(letter, at + 1);
    if (next < 0) return Infinity;
    gaps += at < 0 ? next : next - at - 1;
    at = next;
  }
  return 10 + gaps;
}
