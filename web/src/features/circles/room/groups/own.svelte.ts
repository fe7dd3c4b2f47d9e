// The group of one phone: where it sits, and what its group has written.
import { untrack } from 'svelte';
import { api, ask } from '#lib/api.ts';
import { Attempt } from '#lib/attempt.svelte.ts';
import type { GroupsNow, SeatGroup } from '../room.ts';

/** All phones of a group hear of a note at once, and do not ask for it all at once. */
const spread = 600;

export class OwnGroup extends Attempt {
  seat = $state.raw<SeatGroup>();

  /** Made by a component. `now`: the break-out as the room tells of it. */
  constructor(now: () => GroupsNow) {
    super();
    const heard = $derived(`${now().breakout} ${now().groups.find(({ id }) => id === this.seat?.group)?.revision}`);
    let soon: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      soon = undefined;
      void this.read();
    };
    $effect(() => {
      void heard;
      soon ??= setTimeout(read, untrack(() => this.seat) ? Math.random() * spread : 0);
    });
    $effect(() => () => clearTimeout(soon));
  }

  /** Away from the network the last that was read stays. */
  async read(): Promise<void> {
    this.seat = await ask(api.GET('/api/seat/group')).catch(() => this.seat);
  }

  /** In a group of one's choice, or by name where groups are drawn. */
  sit(body: { group?: number; name?: string }): Promise<boolean> {
    return this.run(async () => (this.seat = await ask(api.PUT('/api/seat/group', { body }))));
  }
}
