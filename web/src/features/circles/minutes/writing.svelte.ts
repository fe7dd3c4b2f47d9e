// The draft of minutes on its way: what is written over, what waits for a signal, and what was not taken because somebody else had written first.
import { invalidateAll } from '$app/navigation';
import * as say from '#say';
import type { Waiting } from '#lib/store.ts';
import { Outbox } from '../outbox.svelte.ts';
import type { Session } from '../types.ts';
import { getMinutes, paragraphsOf, textOf, type Minutes, type MinutesForm } from './minutes.ts';

const path = 'minutes';

/** What somebody typed here and has not arrived. */
export type Mine = { text: string; edit: number; /** Why it was not taken. */ refused: string | undefined };

const textIn = ({ paragraphs }: MinutesForm): string => paragraphs.join('\n\n');

export class Writing extends Outbox {
  /** The edit of the draft that is being written over: once another is kept, the writing is done. */
  on = $state<number>();
  /** Of the form that is open: told when what it had sent has arrived. */
  onarrived: ((theirs: Minutes) => void) | undefined;

  readonly #session: Session;

  constructor(session: Session) {
    super(session.record, path);
    this.#session = session;
  }

  /** True when it went out, false when it waits. */
  write(text: string, edit: number, draft: string): Promise<boolean> {
    const title = `${say.circles_minutes_of_session()} · ${this.#session.record.title}`;
    const body: MinutesForm = { paragraphs: paragraphsOf(text), edit };
    return this.deliver({ title, method: 'PUT', path, body, draft, edition: 'minutes.edit' });
  }

  /** The last that waits, or else that was refused. */
  get mine(): Mine | undefined {
    const held = this.held<MinutesForm>(path);
    const last = held.findLast(({ one }) => !one.refused) ?? held.at(-1);
    return last && { text: textIn(last.form), edit: last.form.edit, refused: last.one.refused };
  }

  async read(): Promise<void> {
    await invalidateAll();
  }

  /** Only what stands there word for word has arrived: after somebody else's text mine is compared with it at the next save. */
  override async wentOut(gone: Waiting[]): Promise<void> {
    const sent = gone.findLast((one) => one.path.endsWith(`/${path}`));
    const theirs = sent && (await getMinutes(String(this.#session.record.number)).catch(() => undefined));
    if (theirs && textOf(theirs) === textIn(JSON.parse(sent.body as string) as MinutesForm)) this.onarrived?.(theirs);
    await this.reload();
  }
}
