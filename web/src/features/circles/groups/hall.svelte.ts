// The groups of one session while people sit in them; what others write is read again every few seconds. Notes need no signal.
import { Outbox } from '../outbox.svelte.ts';
import type { Breakout } from '../types.ts';
import { listBreakouts } from './groups.ts';

const pause = 5000;

export class Hall extends Outbox {
  readonly session: number;
  readonly mayEdit: boolean;
  breakouts = $state.raw<Breakout[]>([]);

  constructor(session: { number: number; address: string }, mayEdit: boolean, breakouts: Breakout[]) {
    super(session, 'groups');
    this.session = session.number;
    this.mayEdit = mayEdit;
    this.breakouts = breakouts;
    $effect(() => {
      const timer = setInterval(() => document.visibilityState === 'visible' && void this.read().catch(() => undefined), pause);
      return () => clearInterval(timer);
    });
  }

  async read(): Promise<void> {
    this.breakouts = await listBreakouts(this.session);
  }

  /** What needs a signal; true when it was done. Either way what stands now is there afterwards; away from the network the last that was read. */
  async step(work: () => Promise<unknown>): Promise<boolean> {
    const done = await this.run(work);
    await this.read().catch(() => undefined);
    return done;
  }
}
