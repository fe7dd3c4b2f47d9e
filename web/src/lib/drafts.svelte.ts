// A form's value that keeps itself: typed text survives a reload, a closed tab and an expired session.
import { store } from './store.ts';

const pause = 400;

export class Draft<T extends object> {
  value = $state() as T;
  /** When the draft that was found here had last been typed into; undefined for a fresh form. */
  restoredFrom = $state<Date>();
  state = $state<'clean' | 'typing' | 'kept'>('clean');
  ready = $state(false);
  /** The record's version that the edit began with. */
  version = 0;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';
  readonly #key: string;
  readonly #fresh: () => T;

  constructor(key: string, fresh: () => T) {
    this.#key = key;
    this.#fresh = fresh;
    this.value = fresh();
    this.#last = JSON.stringify(this.value);
    void this.#restore();
    $effect(() => {
      const now = JSON.stringify(this.value);
      if (this.ready && now !== this.#last) this.#keepSoon(now);
    });
    // A phone may end the page without another word once it is hidden.
    $effect(() => {
      const keepNow = () => document.visibilityState === 'hidden' && this.state === 'typing' && void this.#keep();
      document.addEventListener('visibilitychange', keepNow);
      return () => {
        document.removeEventListener('visibilitychange', keepNow);
        if (this.state === 'typing') void this.#keep();
      };
    });
  }

  /** Puts a record's own text under an edit, unless a draft of it is waiting here. */
  startFrom(value: T, version: number): void {
    if (this.restoredFrom) return;
    this.value = value;
    this.version = version;
    this.#last = JSON.stringify(value);
  }

  /** The form was saved, or its draft thrown away: nothing waits under this key any more. */
  async clear(next: T = this.#fresh()): Promise<void> {
    clearTimeout(this.#timer);
    this.value = next;
    this.#last = JSON.stringify(next);
    this.restoredFrom = undefined;
    this.state = 'clean';
    await (await store()).delete('drafts', this.#key).catch(() => undefined);
  }

  async #restore(): Promise<void> {
    const found = await store()
      .then((db) => db.get('drafts', this.#key))
      .catch(() => undefined);
    if (found) {
      this.value = found.value as T;
      this.version = found.version;
      this.#last = JSON.stringify(found.value);
      this.restoredFrom = new Date(found.at);
      this.state = 'kept';
    }
    this.ready = true;
  }

  #keepSoon(now: string): void {
    this.#last = now;
    this.state = 'typing';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), pause);
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#timer);
    const db = await store();
    await db.put('drafts', { key: this.#key, value: $state.snapshot(this.value), version: this.version, at: Date.now() });
    this.state = 'kept';
  }
}
