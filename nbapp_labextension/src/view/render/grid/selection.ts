/** Which cells of the grid are chosen: one corner stays, the other moves. Row -1 is the header. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export class Selection {
  active: Spot | null = null;
  private corner: Spot | null = null;

  /** Go to a cell; with `extend` the other corner stays where it is. */
  moveTo(spot: Spot, extend = false): void {
    if (!extend || !this.corner || spot.row < 0 || this.corner.row < 0) this.corner = spot;
    this.active = spot;
  }

  clear(): void {
    this.active = this.corner = null;
  }

  /** The chosen cells as a rectangle, ends included. */
  get range(): { top: number; bottom: number; left: number; right: number } | null {
    const { active, corner } = this;
    if (!active || !corner) return null;
    return {
      top: Math.min(active.row, corner.row),
      bottom: Math.max(active.row, corner.row),
      left: Math.min(active.column, corner.column),
      right: Math.max(active.column, corner.column),
    };
  }

  has(row: number, column: number): boolean {
    const range = this.range;
    return (
      !!range && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
    );
  }

  /** More than one cell. */
  get isMany(): boolean {
    const range = this.range;
    return !!range && (range.top !== range.bottom || range.left !== range.right);
  }
}

/** Where a key leads from a cell; null if it is no key of movement. */
export function target(
  event: KeyboardEvent,
  from: Spot,
  size: { rows: number; columns: number; page: number },
): Spot | null {
  const jump = event.ctrlKey || event.metaKey;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = { row: from.row, column: from.column };
  switch (event.key) {
    case "ArrowUp":
      to.row = jump ? Math.min(from.row, 0) : from.row - 1;
      break;
    case "ArrowDown":
      to.row = jump ? last.row : from.row + 1;
      break;
    case "ArrowLeft":
      to.column = jump ? 0 : from.column - 1;
      break;
    case "ArrowRight":
      to.column = jump ? last.column : from.column + 1;
      break;
    case "PageUp":
      to.row = Math.max(0, from.row - size.page);
      break;
    case "PageDown":
      to.row = from.row + size.page;
      break;
    case "Home":
      to.column = 0;
      if (jump) to.row = 0;
      break;
    case "End":
      to.column = last.column;
      if (jump) to.row = last.row;
      break;
    default:
      return null;
  }
  return {
    row: Math.max(-1, Math.min(last.row, to.row)),
    column: Math.max(0, Math.min(last.column, to.column)),
  };
}
