// The methods of one session while they are filled in, perhaps by two people, perhaps without a signal: after each step what stands is read again.
import { Outbox, type Held } from '../outbox.svelte.ts';
import type { CapturedAnswer, Session, Use } from '../types.ts';
import { answersOf, getUses, type Answering, type Slot } from './uses.ts';

export class Capture extends Outbox {
  readonly session: number;
  readonly mayWrite: boolean;
  uses = $state.raw<Use[]>([]);

  constructor({ record, rights }: Session, uses: Use[]) {
    super(record, 'methods');
    this.session = record.number;
    this.mayWrite = rights.edit;
    this.uses = uses;
  }

  async read(): Promise<void> {
    this.uses = await getUses(this.session);
  }

  /** What needs a signal; true when it was done. What somebody else has written meanwhile is there afterwards, whichever it was. */
  async step(work: () => Promise<unknown>): Promise<boolean> {
    const done = await this.run(work);
    await this.read().catch(() => undefined);
    return done;
  }

  get answers(): CapturedAnswer[] {
    return this.uses.flatMap(({ answers }) => answers);
  }

  /** What was answered there and lies here still: it waits, or was not taken. */
  heldAt({ use, part, place }: Slot): Held<Answering>[] {
    return this.held<Answering>(answersOf(use)).filter(({ form }) => form.part === part && form.place === place);
  }
}
