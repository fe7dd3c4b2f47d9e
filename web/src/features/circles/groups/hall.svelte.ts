// The groups of one session while people sit in them; what others write is read again every few seconds.
import { Attempt } from '#lib/attempt.svelte.ts';
import type { Breakout } from '../types.ts';
import { listBreakouts } from './groups.ts';

const pause = 5000;

export class Hall extends Attempt {
  breakouts = $state.raw<Breakout[]>([]);

  constructor(
    readonly session: number,
    readonly mayEdit: boolean,
    breakouts: Breakout[],
  ) {
    super();
    this.breakouts = breakouts;
    $effect(() => {
      const timer = setInterval(() => document.visibilityState === 'visible' && void this.read(), pause);
      return () => clearInterval(timer);
    });
  }

  /** Away from the network the last that was read stays. */
  async read(): Promise<void> {
    this.breakouts = await listBreakouts(this.session).catch(() => this.breakouts);
  }

  /** True when it was done; either way what stands now is there afterwards. */
  async step(work: () => Promise<unknown>): Promise<boolean> {
    const done = await this.run(work);
    await this.read();
    return done;
  }
}
