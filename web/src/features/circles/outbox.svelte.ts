// What one page writes about a session: each thing goes out the moment it is made, or is kept here and goes by itself when there is a signal.
import { Attempt } from '#lib/attempt.svelte.ts';
import type { Write } from '#lib/deliver.ts';
import { Problem, Unreachable } from '#lib/problem.ts';
import { queue } from '#lib/queue.svelte.ts';
import { inQuiet } from '#lib/quiet.ts';
import type { Waiting } from '#lib/store.ts';

export type Step = Pick<Write, 'title' | 'method' | 'body' | 'headers' | 'draft' | 'edition'> & {
  /** Below the session's own address: "points/12"; empty: the session itself. */
  path: string;
};
export type Held<Form> = { one: Waiting; form: Form };

/** A visit that writes nothing does without it. */
const postman = () => import('#lib/postman.ts');

export abstract class Outbox extends Attempt {
  readonly #root: string;
  /** Where a refusal is put right. */
  readonly #page: string;

  /** Made by a component: as long as that stands, what the queue delivers shows on it. */
  constructor({ number, address }: { number: number; address: string }, page: string) {
    super();
    this.#root = `/api/sessions/${number}`;
    this.#page = `${address}/${page}`;
    let before: Waiting[] = [];
    $effect(() => {
      const now = this.#ours;
      const gone = before.filter(({ id }) => !now.some((one) => one.id === id));
      before = now;
      if (gone.length) void this.wentOut(gone);
    });
    // Before it is wanted: a page that came over plain http cannot have it once the signal is gone.
    $effect(() => inQuiet(() => void postman().catch(() => undefined)));
  }

  /** Reads what stands now. */
  abstract read(): Promise<void>;

  async reload(): Promise<void> {
    try {
      await this.read();
    } catch (problem) {
      // What was sent is safe; the page shows it at the next reload.
      if (problem instanceof Problem) this.problem = problem;
    }
  }

  /** These wait no more: they have arrived, or were refused or given up. */
  wentOut(_gone: Waiting[]): Promise<void> {
    return this.reload();
  }

  #whole = (path: string) => (path ? `${this.#root}/${path}` : this.#root);

  /** True when it went out, false when it is kept; throws what the server refuses it with. */
  async deliver(step: Step): Promise<boolean> {
    const { sendOrKeep } = await postman().catch(() => Promise.reject(new Unreachable()));
    const { sent } = await sendOrKeep({ ...step, path: this.#whole(step.path), page: this.#page });
    return sent;
  }

  /** True when it went out or is kept for later; a refusal is shown, and the form keeps what was typed. */
  send(step: Step): Promise<boolean> {
    return this.run(async () => {
      if (await this.deliver(step)) await this.reload();
    });
  }

  /** What was written to that path here and lies here still: it waits, or was not taken. */
  held<Form>(path: string): Held<Form>[] {
    return queue.waiting
      .filter((one) => one.path === this.#whole(path) && typeof one.body === 'string')
      .map((one) => ({ one, form: JSON.parse(one.body as string) as Form }));
  }

  /** The last that was written to that path and waits. */
  kept<Form>(path: string): Form | undefined {
    return this.held<Form>(path).findLast(({ one }) => !one.refused)?.form;
  }

  /** What was sent to that path and not taken, because somebody else had been there. */
  refused(path: string): Waiting | undefined {
    return this.held(path).findLast(({ one }) => one.refused)?.one;
  }

  /** Everything of this session that has not gone out. */
  get waits(): number {
    return this.#ours.length;
  }

  get #ours(): Waiting[] {
    const isOurs = (path: string | undefined) => path === this.#root || path?.startsWith(this.#root + '/');
    return queue.waiting.filter((one) => !one.refused && (isOurs(one.path) || isOurs(one.then?.path)));
  }
}
