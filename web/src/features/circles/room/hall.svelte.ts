// What a facilitator does in a room: each step is one write, answered with the room as it then stands.
import { api, ask as asking } from '#lib/api.ts';
import { LiveRoom } from './live.svelte.ts';
import { getRoom, type AskKind, type AskState, type GroupsNow, type RoomReply } from './room.ts';

type Answer = { data?: RoomReply; error?: unknown; response: Response };
type ScreenForm = { screen: 'welcome' | 'ask' | 'speakers' | 'groups'; ask?: number };
type WordForm = { turn: 'spoken' | 'passed' | 'given'; to?: number };

/** News come several times a second; what only facilitators see is asked for at most once a second. */
const between = 1000;

export class Hall {
  room: RoomReply;
  readonly live: LiveRoom;
  problem = $state.raw<unknown>();
  readonly session: string;
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** Made by a component. `onnews`: something changed, perhaps in the notes. */
  constructor(session: string, room: RoomReply, onnews: () => void) {
    this.session = session;
    this.room = $state.raw(room);
    const news = () => {
      this.#soon = undefined;
      void this.read();
      onnews();
    };
    this.live = new LiveRoom(`/api/sessions/${session}/room/live`, room.state, () => (this.#soon ??= setTimeout(news, between)));
    $effect(() => () => clearTimeout(this.#soon));
  }

  async read(): Promise<void> {
    const room = await getRoom(this.session).catch(() => undefined);
    if (room) this.#take(room);
  }

  #take(room: RoomReply): void {
    this.room = room;
    this.live.take(room.state);
  }

  /** True when it was done; what went wrong is shown. */
  async #do(write: Promise<Answer>): Promise<boolean> {
    this.problem = undefined;
    try {
      this.#take(await asking(write));
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    }
  }

  get #path() {
    return { session: this.session };
  }

  close = () => this.#do(api.POST('/api/sessions/{session}/room/close', { params: { path: this.#path } }));

  prepare = (kind: AskKind, question: string, live: boolean) =>
    this.#do(api.POST('/api/sessions/{session}/room/asks', { params: { path: this.#path }, body: { kind, question, live } }));

  turn = (ask: number, state: AskState, live?: boolean) =>
    this.#do(
      api.PUT('/api/sessions/{session}/room/asks/{ask}', {
        params: { path: { ...this.#path, ask: String(ask) } },
        body: { state, ...(live === undefined ? {} : { live }) },
      }),
    );

  remove = (ask: number) =>
    this.#do(api.DELETE('/api/sessions/{session}/room/asks/{ask}', { params: { path: { ...this.#path, ask: String(ask) } } }));

  count = (ask: number, hands: number[]) =>
    this.#do(
      api.PUT('/api/sessions/{session}/room/asks/{ask}/counted', {
        params: { path: { ...this.#path, ask: String(ask) } },
        body: { hands },
      }),
    );

  typeCard = (ask: number, heading: number, body: string) =>
    this.#do(api.POST('/api/sessions/{session}/room/cards', { params: { path: this.#path }, body: { ask, heading, body } }));

  hide = (card: number, hidden: boolean) =>
    this.#do(
      api.PUT('/api/sessions/{session}/room/cards/{card}', {
        params: { path: { ...this.#path, card: String(card) } },
        body: { hidden },
      }),
    );

  keep = (card: number) =>
    this.#do(api.POST('/api/sessions/{session}/room/cards/{card}/point', { params: { path: { ...this.#path, card: String(card) } } }));

  show = (body: ScreenForm) => this.#do(api.PUT('/api/sessions/{session}/room/screen', { params: { path: this.#path }, body }));

  /** A break-out goes on, one step further or back; without one, none is on. */
  groups = (breakout?: number, step?: GroupsNow['step']) =>
    this.#do(
      api.PUT('/api/sessions/{session}/room/groups', {
        params: { path: this.#path },
        body: breakout === undefined || !step ? {} : { breakout, step },
      }),
    );

  block = (position?: number, endsAt?: string) =>
    this.#do(
      api.PUT('/api/sessions/{session}/room/block', {
        params: { path: this.#path },
        body: position === undefined ? {} : { position, ...(endsAt ? { ends_at: endsAt } : {}) },
      }),
    );

  round = (names: string[]) => this.#do(api.PUT('/api/sessions/{session}/room/round', { params: { path: this.#path }, body: { names } }));

  word = (body: WordForm) => this.#do(api.POST('/api/sessions/{session}/room/word', { params: { path: this.#path }, body }));
}

export const openRoom = (session: string): Promise<RoomReply> =>
  asking(api.POST('/api/sessions/{session}/room', { params: { path: { session } } }));
