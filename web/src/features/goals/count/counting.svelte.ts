// A phone that counts: keys go into one number at a time, each number is sent by itself and kept where there is no signal. What others write
// comes in between.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import { Line } from '#lib/line.svelte.ts';
import { sendOrKeep } from '#lib/postman.ts';
import { Problem } from '#lib/problem.ts';
import { queue } from '#lib/queue.svelte.ts';
import {
  getCount,
  keyOf,
  pathOf,
  tallyOf,
  waitingOf,
  withDigit,
  type CountItem,
  type CountReply,
  type CountState,
  type Place,
  type Tally,
  type Way,
} from './count.ts';

type Answer = { data?: CountReply; error?: unknown; response: Response };

/** Whoever types on is not sent between two keys. */
const pause = 700;
/** News come several times a second; what only those who count see is asked for less often. */
const between = 300;
const steps = 5;

export class Counting {
  reply: CountReply;
  readonly line: Line;
  at = $state<Place>({ position: 0, group: 0, level: 1 });
  problem = $state.raw<unknown>();
  busy = $state(false);
  /** More hands than people: what the hall is asked, and what is done when some came late. */
  late = $state.raw<{ question: string; came: () => Promise<boolean> }>();

  #typed = $state<Record<string, string>>({});
  /** The next key begins the number anew. */
  #anew = true;
  #sending: ReturnType<typeof setTimeout> | undefined;
  #reading: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting: Map<string, number>;

  /** Made by a component. */
  constructor(first: CountReply) {
    this.reply = $state.raw(first);
    this.at.position = first.state.on;
    this.#waiting = $derived(waitingOf(this.number, queue.waiting));
    this.line = new Line(() => `/api/counts/${this.number}/live`, { count: (data) => this.#takeNews(JSON.parse(data) as CountState) });
    $effect(() => () => {
      void this.flush();
      clearTimeout(this.#reading);
    });
  }

  get number(): string {
    return String(this.reply.record.number);
  }
  get item(): CountItem {
    return this.reply.state.items[this.at.position]!;
  }
  get groups(): string[] {
    return this.reply.groups.length ? this.reply.groups : [''];
  }
  get isLast(): boolean {
    return this.at.position === this.reply.state.items.length - 1;
  }

  #cell = (place: Place) =>
    this.reply.cells.find((cell) => cell.position === place.position && cell.group === place.group && cell.level === place.level);

  /** What stands at a place, typed, waiting or written; undefined where nobody has counted. */
  hands(place: Place): number | undefined {
    const typed = this.#typed[keyOf(place)];
    if (typed !== undefined) return Number(typed);
    return this.#waiting.get(keyOf(place)) ?? this.#cell(place)?.hands;
  }
  isWaiting = (place: Place): boolean => this.#waiting.has(keyOf(place));
  /** Who has written it, where that was somebody else. */
  writer(place: Place): string | undefined {
    const cell = this.#cell(place);
    return cell && !cell.own && !this.#waiting.has(keyOf(place)) ? cell.by : undefined;
  }

  levelsOf(position: number, group?: number): number[] {
    const groups = group === undefined ? this.groups.map((_, i) => i) : [group];
    return Array.from({ length: steps }, (_, i) =>
      groups.reduce((all, each) => all + (this.hands({ position, group: each, level: i + 1 }) ?? 0), 0),
    );
  }
  tally = (position: number, group?: number): Tally => tallyOf(this.levelsOf(position, group));

  /** What a phone sent late goes in after all. */
  useLate(cell: CountReply['late'][number]): Promise<boolean> {
    const path = { ...this.#path, place: String(cell.position), group: String(cell.group), level: String(cell.level) };
    return this.#do(() =>
      api.PUT('/api/counts/{count}/items/{place}/groups/{group}/levels/{level}', { params: { path }, body: { hands: cell.hands } }),
    );
  }

  key(digit: number): void {
    if (this.item.closed) return;
    const key = keyOf(this.at);
    const before = this.#anew ? '' : (this.#typed[key] ?? String(this.hands(this.at) ?? ''));
    this.#typed[key] = withDigit(before, digit);
    this.#typing();
  }
  erase(): void {
    if (this.item.closed) return;
    const key = keyOf(this.at);
    this.#typed[key] = String(this.#typed[key] ?? this.hands(this.at) ?? '').slice(0, -1) || '0';
    this.#typing();
  }
  #typing(): void {
    this.#anew = false;
    clearTimeout(this.#sending);
    this.#sending = setTimeout(() => void this.flush(), pause);
  }

  go(place: Partial<Place>): void {
    void this.flush();
    this.at = { ...this.at, ...place };
    this.#anew = true;
  }
  /** To the next step; after the last one to the first of the next group. */
  next(): void {
    const { group, level } = this.at;
    if (this.#typed[keyOf(this.at)] === undefined && this.hands(this.at) === undefined) this.key(0);
    if (level < steps) this.go({ level: level + 1 });
    else if (group + 1 < this.groups.length) this.go({ group: group + 1, level: 1 });
    else this.go({});
  }
  /** The wall and the other phones follow, where there is a signal. */
  turnTo(position: number): void {
    this.go({ position, level: 1 });
    this.problem = undefined;
    void ask(api.PUT('/api/counts/{count}/hall', { params: { path: this.#path }, body: { on: position } })).then(
      (reply) => this.#take(reply),
      () => undefined,
    );
  }

  /** Sends what was typed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#sending);
    const sent = await Promise.all(Object.entries(this.#typed).map(([key, typed]) => this.#send(key, typed)));
    return sent.every(Boolean);
  }

  async #send(key: string, typed: string): Promise<boolean> {
    const [position, , group, , level] = key.split('/').map(Number) as [number, number, number, number, number];
    const title = say.goals_count_waiting({ title: this.reply.state.items[position]!.title, level, hands: typed });
    const path = pathOf(this.number, { position, group, level });
    try {
      const outcome = await sendOrKeep<CountReply>({
        title,
        method: 'PUT',
        path,
        // A phone without a signal may send it long after: it then wins over nothing newer.
        body: { hands: Number(typed), counted_at: new Date().toISOString() },
        page: this.reply.record.address,
      });
      if (outcome.sent) this.#take(outcome.reply);
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    } finally {
      // Unless they have typed on since.
      if (this.#typed[key] === typed) delete this.#typed[key];
    }
  }

  get #path() {
    return { count: this.number };
  }

  #takeNews(state: CountState): void {
    if (state.revision <= this.reply.state.revision) return;
    const followed = this.at.position === this.reply.state.on;
    this.reply = { ...this.reply, state };
    if (followed && state.on !== this.at.position && !Object.keys(this.#typed).length) this.go({ position: state.on, level: 1 });
    this.#reading ??= setTimeout(() => void this.#read(), between);
  }
  async #read(): Promise<void> {
    this.#reading = undefined;
    const reply = await getCount(this.number).catch(() => undefined);
    if (reply) this.#take(reply);
  }
  #take(reply: CountReply): void {
    if (reply.state.revision >= this.reply.state.revision) this.reply = reply;
  }

  /** True when it was done; what went wrong is shown, and more hands than people is a question. */
  async #do(write: () => Promise<Answer>, came?: () => Promise<boolean>): Promise<boolean> {
    this.problem = this.late = undefined;
    this.busy = true;
    try {
      if (!(await this.flush())) return false;
      this.#take(await ask(write()));
      return true;
    } catch (problem) {
      if (came && problem instanceof Problem && problem.code === 'more_hands_than_people') this.late = { question: problem.message, came };
      else this.problem = problem;
      return false;
    } finally {
      this.busy = false;
    }
  }

  #turn = (body: { way?: Way; closed?: boolean; late_comers?: boolean }, came?: () => Promise<boolean>) => {
    const path = { ...this.#path, place: String(this.at.position) };
    return this.#do(() => api.PUT('/api/counts/{count}/items/{place}', { params: { path }, body }), came);
  };
  closeItem = (late = false): Promise<boolean> => this.#turn({ closed: true, late_comers: late }, () => this.closeItem(true));
  reopenItem = () => this.#turn({ closed: false });
  setWay = (way: Way) => this.#turn({ way });
  setPresent = (present: number) =>
    this.#do(() => api.PUT('/api/counts/{count}/hall', { params: { path: this.#path }, body: { present } }));
  close = (late = false): Promise<boolean> =>
    this.#do(
      () => api.POST('/api/counts/{count}/close', { params: { path: this.#path }, body: { late_comers: late } }),
      () => this.close(true),
    );
}

export const reopenCount = (count: string): Promise<CountReply> =>
  ask(api.POST('/api/counts/{count}/reopen', { params: { path: { count } } }));
