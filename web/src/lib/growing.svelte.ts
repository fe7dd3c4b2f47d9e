// A list that came with its first page and takes one more at a time.
import { Attempt } from './attempt.svelte.ts';

type Page<Item> = { items: Item[]; next?: string };

export class Growing<Item> extends Attempt {
  items = $state.raw<Item[]>([]);
  next = $state<string | undefined>();

  readonly #list: (after: number) => Promise<Page<Item>>;

  constructor(first: Page<Item>, list: (after: number) => Promise<Page<Item>>) {
    super();
    this.items = first.items;
    this.next = first.next;
    this.#list = list;
  }

  more = (): Promise<boolean> =>
    this.run(async () => {
      const page = await this.#list(Number(this.next));
      this.items = [...this.items, ...page.items];
      this.next = page.next;
    });
}
