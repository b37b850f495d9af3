/** The box of a combobox and its keys, after the WAI-ARIA pattern "editable combobox with list autocomplete". */
import { make, setAttributes } from "./_control";
import { Listbox, type Row } from "./_listbox";

/** What the owner of a combobox decides. */
export interface Owner {
  /** The lines for what is typed. */
  rows(query: string): Row[];
  /** A line was picked. */
  pick(row: Row): void;
  /** Backspace in an empty box. */
  erase(): void;
  /** What the box shows while nothing is typed. */
  resting(): string;
  /** Whether the list stays open after a pick. */
  readonly stays: boolean;
}

export class Combobox {
  readonly box = make("input", "nbapp-combobox-box", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
  });
  readonly list: Listbox;
  /** What the reader typed; null while the box rests. */
  private typed: string | null = null;

  constructor(
    readonly field: HTMLElement,
    private readonly owner: Owner,
    signal: AbortSignal,
  ) {
    this.list = new Listbox(field, (row) => this.pick(row), signal);
    setAttributes(this.box, { "aria-controls": this.list.el.id });
    this.box.addEventListener("input", () => this.onInput(), { signal });
    this.box.addEventListener("keydown", (event) => this.onKey(event), { signal });
    this.box.addEventListener("blur", () => this.close(), { signal });
    field.addEventListener("mousedown", (event) => this.onPress(event), { signal });
    signal.addEventListener("abort", () => this.list.close());
  }

  /** The model or the lines changed. */
  refresh(): void {
    if (this.list.isOpen) this.list.fill(this.owner.rows(this.typed ?? ""));
    if (this.typed === null) this.rest();
    this.announce();
  }

  open(): void {
    if (this.box.disabled || this.list.isOpen) return;
    const rows = this.owner.rows(this.typed ?? "");
    const chosen = this.owner.stays ? -1 : rows.findIndex((row) => row.chosen);
    this.list.fill(rows, chosen);
    this.list.open();
    if (chosen >= 0) this.list.activate(chosen, "center");
    this.announce();
  }

  close(): void {
    this.typed = null;
    this.list.close();
    this.rest();
    this.announce();
  }

  private rest(): void {
    const text = this.owner.resting();
    if (this.box.value !== text) this.box.value = text;
  }

  private announce(): void {
    setAttributes(this.box, {
      "aria-expanded": String(this.list.isOpen),
      "aria-activedescendant": this.list.activeId || false,
    });
  }

  private pick(row: Row): void {
    if (row.kind === "none") return;
    this.typed = null;
    this.owner.pick(row);
    if (this.owner.stays) {
      this.box.value = "";
      this.refresh();
    } else this.close();
  }

  private onInput(): void {
    if (this.box.readOnly) return;
    this.typed = this.box.value;
    this.open();
    const rows = this.owner.rows(this.typed);
    this.list.fill(rows, this.typed.trim() ? rows.findIndex((row) => row.kind !== "all") : -1);
    this.announce();
  }

  /** A press anywhere on the field goes to the box and opens, or closes, the list. */
  private onPress(event: MouseEvent): void {
    if (this.box.disabled || event.button !== 0 || (event.target as Element).closest("button")) return;
    if (event.target !== this.box) {
      event.preventDefault();
      this.box.focus();
    }
    if (this.list.isOpen && this.typed === null) this.close();
    else this.open();
    if (!this.owner.stays && this.box.value && this.typed === null) setTimeout(() => this.box.select());
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 7, PageUp: -7 };
    const by = steps[key];
    if (by !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (event.altKey && key === "ArrowUp") this.close();
      else if (this.list.isOpen) this.list.move(by);
      else this.openAt(by);
    } else if (key === "Enter") this.onEnter(event);
    else if (key === "Escape" && (this.list.isOpen || this.typed !== null)) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (key === "Backspace" && this.box.value === "" && this.typed === null) this.owner.erase();
    else if (key === " " && this.box.readOnly) {
      event.preventDefault();
      this.onEnter(event);
    }
    this.announce();
  }

  private openAt(by: number): void {
    this.open();
    if (!this.list.activeRow) this.list.move(by);
  }

  private onEnter(event: KeyboardEvent): void {
    event.preventDefault();
    const row = this.list.isOpen ? this.list.activeRow : undefined;
    if (row) this.pick(row);
    else this.open();
  }
}
