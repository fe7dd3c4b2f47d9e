// The behaviour of an input that suggests (ARIA combobox with a listbox): arrows walk, Enter takes, Escape closes, typing asks again.

export class Choices<Item> {
  items = $state.raw<Item[]>([]);
  active = $state(-1);
  open = $state(false);

  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #find: (text: string) => Promise<Item[]>;
  readonly #take: (item: Item) => void;

  constructor(find: (text: string) => Promise<Item[]>, take: (item: Item) => void) {
    this.#find = find;
    this.#take = take;
  }

  /** Waits until the typing rests; an answer that was overtaken by a newer question is dropped. */
  ask(text: string): void {
    clearTimeout(this.#timer);
    const question = ++this.#asked;
    this.#timer = setTimeout(async () => {
      const found = await this.#find(text).catch(() => []);
      if (question !== this.#asked) return;
      this.items = found;
      this.active = -1;
      this.open = found.length > 0;
    }, 120);
  }

  close(): void {
    this.#asked++;
    clearTimeout(this.#timer);
    this.open = false;
    this.active = -1;
  }

  take(item: Item): void {
    this.close();
    this.#take(item);
  }

  onkeydown = (event: KeyboardEvent): void => {
    // While an input method composes a word, its keys are its own.
    if (!this.open || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#walk(step);
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && this.active >= 0) this.take(this.items[this.active]!);
    else return;
    event.preventDefault();
  };

  #walk(step: number): void {
    const stops = this.items.length + 1;
    // One stop beyond the list is the input itself.
    this.active = ((this.active + 1 + step + stops) % stops) - 1;
  }
}
