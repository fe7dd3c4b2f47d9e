// One session being recorded, on a phone in a hall: each thing goes out by itself the moment it is added, or waits for a signal.
import { api, ask, ifMatch } from '#lib/api.ts';
// There from the start: who records stands where the signal may go at any moment.
import { sendOrKeep } from '#lib/postman.ts';
import { queue } from '#lib/queue.svelte.ts';
import type { Photo } from '#ui/PhotoPicker.svelte';
import { Outbox } from '../outbox.svelte.ts';
import type { Session, SessionForm } from '../types.ts';

export class Recording extends Outbox {
  session: Session;

  constructor(session: Session) {
    super(session.record, 'record');
    this.session = $state.raw(session);
  }

  get number(): number {
    return this.session.record.number;
  }

  /** What was added here and has not gone out yet. */
  waiting(path: string): unknown[] {
    return this.held(path).map(({ form }) => form);
  }

  /** The session's own form; true when it went out, false when it waits. Throws a Problem with status 412 when somebody else saved since `version`. */
  async save(form: SessionForm, version: number, draft: string): Promise<boolean> {
    const sent = await this.deliver({ title: form.title, method: 'PUT', path: '', headers: ifMatch(version), body: form, draft });
    if (sent) await this.reload();
    return sent;
  }

  get #photos(): string {
    return `/api/sessions/${this.number}/photos`;
  }

  /** Each photo goes by itself: on a weak signal one gets through where five would not. */
  sendPhoto({ name, blob, alt }: Photo, cleared: boolean): Promise<boolean> {
    const hold = { method: 'POST', path: this.#photos, body: { file: '$file', alternative_text: alt, caption: '', cleared } } as const;
    const body = [{ name: 'file', value: blob, filename: name }];
    return this.run(async () => {
      const outcome = await sendOrKeep({ title: alt || name, method: 'POST', path: '/api/files', body, then: hold });
      if (outcome.sent) await this.reload();
    });
  }

  get photosWaiting(): number {
    return queue.waiting.filter((one) => one.then?.path === this.#photos).length;
  }

  async read(): Promise<void> {
    this.session = await ask(api.GET('/api/sessions/{session}', { params: { path: { session: this.number } } }));
  }
}
