// A form's value that keeps itself: typed text survives a reload, a closed tab and an expired session.
import { untrack } from 'svelte';
import { guest, storeOf, type Store } from './store.ts';
import { viewer, whoIsHere } from './viewer.svelte.ts';

const pause = 400;

export class Draft<T extends object> {
  value = $state() as T;
  /** When the draft that was found here had last been typed into; undefined for a fresh form. */
  restoredFrom = $state<Date>();
  state = $state<'clean' | 'typing' | 'kept'>('clean');
  ready = $state(false);
  /** The record's version that the edit began with; a draft that comes back keeps its own, so that what others saved since is noticed. */
  version: number;
  /** The form as that version had it; undefined where a draft of an older app comes back to a record that has changed. */
  begun: T | undefined;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';
  /** Who typed it: it is kept in their store, whoever signs in afterwards. */
  #writer: number | undefined;
  readonly #key: string;
  readonly #fresh: () => T;

  constructor(key: string, fresh: () => T, version = 0) {
    this.version = version;
    this.#key = key;
    this.#fresh = fresh;
    this.value = fresh();
    this.begun = $state.snapshot(this.value) as T;
    this.#last = JSON.stringify(this.value);
    void this.#restore();
    $effect(() => {
      const now = JSON.stringify(this.value);
      if (this.ready && now !== this.#last) this.#keepSoon(now);
    });
    // Whoever signs in over an untouched form finds their own draft, and over a form that a guest has begun takes it along.
    $effect(() => {
      const person = viewer.me?.person_id;
      if (this.ready && person !== undefined && person !== this.#writer) untrack(() => void this.#changeHands(person));
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

  /** The form was saved, or its draft thrown away: nothing waits under this key any more. */
  async clear(next: T = this.#fresh()): Promise<void> {
    clearTimeout(this.#timer);
    this.value = next;
    this.#last = JSON.stringify(next);
    this.restoredFrom = undefined;
    this.state = 'clean';
    await this.#store()
      .then((db) => db.delete('drafts', this.#key))
      .catch(() => undefined);
  }

  async #store(): Promise<Store> {
    this.#writer ??= await whoIsHere();
    return storeOf(this.#writer);
  }

  async #changeHands(person: number): Promise<void> {
    const begun = this.state !== 'clean';
    if (begun && this.#writer !== guest) return;
    const before = await this.#store();
    this.#writer = person;
    if (!begun) return this.#restore();
    await before.delete('drafts', this.#key);
    await this.#keep();
  }

  async #restore(): Promise<void> {
    const found = await this.#store()
      .then((db) => db.get('drafts', this.#key))
      .catch(() => undefined);
    // Who began to type before it was found goes on with that.
    if (found && JSON.stringify(this.value) === this.#last) {
      this.value = found.value as T;
      this.begun = (found.begun as T | undefined) ?? (found.version === this.version ? this.begun : undefined);
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
    const db = await this.#store();
    const kept = { value: $state.snapshot(this.value), begun: this.begun, version: this.version };
    await db.put('drafts', { key: this.#key, ...kept, at: Date.now() });
    this.state = 'kept';
  }
}
