// One session being recorded, on a phone in a hall: each thing goes out by itself the moment it is added, or waits for a signal.
import { api, ask, ifMatch } from '#lib/api.ts';
import type { Write } from '#lib/deliver.ts';
import { sendOrKeep } from '#lib/postman.ts';
import { queue } from '#lib/queue.svelte.ts';
import { Problem } from '#lib/problem.ts';
import type { Waiting } from '#lib/store.ts';
import type { Photo } from '#ui/PhotoPicker.svelte';
import type { Session, SessionForm } from '../types.ts';

export type Step = Pick<Write, 'title' | 'method' | 'body'> & { /** Below the session's own address: "points/12". */ path: string };

export class Recording {
  session: Session;
  problem = $state<unknown>();

  /** Made by a component: as long as that stands, what the queue delivers shows on it. */
  constructor(session: Session) {
    this.session = $state.raw(session);
    let before: (number | undefined)[] = [];
    $effect(() => {
      const now = this.#ours.map(({ id }) => id);
      if (before.some((id) => !now.includes(id))) void this.reload();
      before = now;
    });
  }

  get number(): number {
    return this.session.record.number;
  }

  get #root(): string {
    return `/api/sessions/${this.number}`;
  }

  /** Where a refusal is put right. */
  get #page(): string {
    return `${this.session.record.address}/record`;
  }

  /** What was added here and has not gone out yet. */
  waiting(path: string): unknown[] {
    const whole = `${this.#root}/${path}`;
    return queue.waiting
      .filter((one) => one.path === whole && typeof one.body === 'string')
      .map((one) => JSON.parse(one.body as string) as unknown);
  }

  /** True when it went out or is kept for later; a refusal is shown, and the form keeps what was typed. */
  async send(step: Step): Promise<boolean> {
    this.problem = undefined;
    try {
      const outcome = await sendOrKeep({ ...step, path: `${this.#root}/${step.path}`, page: this.#page });
      if (outcome.sent) await this.reload();
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    }
  }

  /** The session's own form; true when it went out, false when it waits. Throws a Problem with status 412 when somebody else saved since `version`. */
  async save(form: SessionForm, version: number, draft: string): Promise<boolean> {
    const headers = ifMatch(version);
    const write = { title: form.title, method: 'PUT', path: this.#root, headers, body: form, draft, page: this.#page } as const;
    const outcome = await sendOrKeep(write);
    if (outcome.sent) await this.reload();
    return outcome.sent;
  }

  /** Everything of this session that has not gone out. */
  get waits(): number {
    return this.#ours.length;
  }

  /** What was sent to that path and not taken, because somebody else had been there. */
  refused(path: string): Waiting | undefined {
    return queue.waiting.find((one) => one.refused && one.path === `${this.#root}/${path}`);
  }

  get #ours() {
    const isOurs = (path: string | undefined) => path === this.#root || path?.startsWith(this.#root + '/');
    return queue.waiting.filter((one) => !one.refused && (isOurs(one.path) || isOurs(one.then?.path)));
  }

  /** Each photo goes by itself: on a weak signal one gets through where five would not. */
  async sendPhoto({ name, blob, alt }: Photo): Promise<boolean> {
    this.problem = undefined;
    const hold = {
      method: 'POST',
      path: `${this.#root}/photos`,
      body: { file: '$file', alternative_text: alt, caption: '' },
    } as const;
    try {
      const body = [{ name: 'file', value: blob, filename: name }];
      const outcome = await sendOrKeep({ title: alt || name, method: 'POST', path: '/api/files', body, then: hold });
      if (outcome.sent) await this.reload();
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    }
  }

  get photosWaiting(): number {
    return queue.waiting.filter((one) => one.then?.path === `${this.#root}/photos`).length;
  }

  async read(): Promise<void> {
    this.session = await ask(api.GET('/api/sessions/{session}', { params: { path: { session: this.number } } }));
  }

  async reload(): Promise<void> {
    try {
      await this.read();
    } catch (problem) {
      // What was sent is safe; the page shows it at the next reload.
      if (problem instanceof Problem) this.problem = problem;
    }
  }
}
