// The session's own form while it is being recorded: kept on the device as it is typed, sent when the typing rests, merged when two write.
import { Draft } from '#lib/drafts.svelte.ts';
import type { Chosen, Clash } from '#lib/meeting.ts';
import { isEditedElsewhere } from '#lib/problem.ts';
import { fromSession, toForm, type Typed } from '../session/forms.ts';
import type { Recording } from './recording.svelte.ts';
import type * as shared from './shared.ts';

const pause = 3000;

export class Notes {
  readonly draft: Draft<Typed>;
  clashes = $state.raw<Clash[]>([]);
  problem = $state<unknown>();
  saving = $state(false);

  waits = $state(false);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #saved: string;
  /** How two texts meet: seldom wanted, so it comes when it is. */
  #meeting: typeof shared | undefined;
  readonly #recording: Recording;
  readonly #key: string;

  constructor(recording: Recording) {
    this.#recording = recording;
    const typed = () => fromSession(recording.session);
    this.#key = `session-${recording.number}`;
    this.draft = new Draft(this.#key, typed, recording.session.record.version);
    this.#saved = JSON.stringify(typed());
    $effect(() => {
      if (!this.draft.ready) return;
      if (JSON.stringify(this.draft.value) !== this.#saved) this.#saveSoon();
    });
    $effect(() => {
      // It went out after all: go on from the version that stands now.
      if (this.waits && recording.waits === 0) void this.#wentOut();
    });
    $effect(() => () => clearTimeout(this.#timer));
  }

  async #wentOut(): Promise<void> {
    this.waits = false;
    await this.#recording.reload();
    await this.#settled($state.snapshot(this.draft.value) as Typed);
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  get isSaved(): boolean {
    return JSON.stringify(this.draft.value) === this.#saved;
  }

  /** True when nothing is left to save. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.isSaved) return true;
    if (this.saving || !this.draft.value.title || !this.draft.value.date) return false;
    const typed = $state.snapshot(this.draft.value) as Typed;
    this.saving = true;
    this.problem = undefined;
    try {
      const { session } = this.#recording;
      this.waits = !(await this.#recording.save(toForm(typed, session.record.area_id || undefined), this.draft.version, this.#key));
      this.#saved = JSON.stringify(typed);
      // What waits keeps its draft: should the server refuse it later, the text is still here.
      if (!this.waits) await this.#settled(typed);
      return this.isSaved;
    } catch (problem) {
      if (isEditedElsewhere(problem)) await this.#meetTheirs().catch((unread) => (this.problem = unread));
      else this.problem = problem;
      return false;
    } finally {
      this.saving = false;
    }
  }

  async #settled(typed: Typed): Promise<void> {
    this.draft.version = this.#recording.session.record.version;
    if (this.isSaved) await this.draft.clear(typed);
  }

  /** Somebody else saved first: what only they wrote comes in, and where both wrote the person is asked. */
  async #meetTheirs(): Promise<void> {
    [this.#meeting] = await Promise.all([import('./shared.ts'), this.#recording.read()]);
    const theirs = fromSession(this.#recording.session);
    this.draft.value = this.#meeting.withTheirs(this.draft.value, theirs);
    this.clashes = this.#meeting.bothWrote(this.draft.value, theirs);
    if (this.clashes.length) return;
    this.#buildOnTheirs();
    this.#saveSoon();
  }

  #buildOnTheirs(): void {
    this.draft.version = this.#recording.session.record.version;
  }

  /** The question was closed unanswered: it comes again with the next save. */
  readonly leave = (): void => {
    this.clashes = [];
  };

  readonly resolve = (chosen: Chosen): void => {
    this.draft.value = this.#meeting!.chosen(this.draft.value, fromSession(this.#recording.session), chosen);
    this.clashes = [];
    this.#buildOnTheirs();
    void this.save();
  };
}
