// The methods of one session while they are filled in, perhaps by two people: after each step what stands is read again.
import { Attempt } from '#lib/attempt.svelte.ts';
import type { Use } from '../types.ts';
import { getUses } from './uses.ts';

export class Capture extends Attempt {
  uses = $state.raw<Use[]>([]);

  constructor(
    readonly session: number,
    readonly mayWrite: boolean,
    uses: Use[],
  ) {
    super();
    this.uses = uses;
  }

  /** True when it was done. What somebody else has written meanwhile is there afterwards, whichever it was. */
  async step(work: () => Promise<unknown>): Promise<boolean> {
    const done = await this.run(work);
    const problem = this.problem;
    this.uses = await getUses(this.session).catch(() => this.uses);
    this.problem = problem;
    return done;
  }
}
