// A list that came with its first page and takes one more at a time.

type Page<Item> = { items: Item[]; next?: string };

export class Growing<Item> {
  items = $state.raw<Item[]>([]);
  next = $state<string | undefined>();
  busy = $state(false);
  problem = $state<unknown>();

  readonly #list: (after: number) => Promise<Page<Item>>;

  constructor(first: Page<Item>, list: (after: number) => Promise<Page<Item>>) {
    this.items = first.items;
    this.next = first.next;
    this.#list = list;
  }

  more = async (): Promise<void> => {
    this.busy = true;
    this.problem = undefined;
    try {
      const page = await this.#list(Number(this.next));
      this.items = [...this.items, ...page.items];
      this.next = page.next;
    } catch (caught) {
      this.problem = caught;
    }
    this.busy = false;
  };
}
