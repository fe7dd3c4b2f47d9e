// A record in one person's form, with somebody else perhaps in it too: what is typed keeps itself as a draft, and whoever saves second
// writes only what they changed on top of the other's; what both have changed is shown to them, and they choose.
import { goto } from '$app/navigation';
import { Attempt } from './attempt.svelte.ts';
import { Draft } from './drafts.svelte.ts';
import { crossedIn, together, type Chosen, type Clash, type Field, type Met } from './meeting.ts';
import { isEditedElsewhere } from './problem.ts';

type Standing<Form> = { form: Form; version: number };

export type Editing<Form extends object> = {
  /** Names the draft on this device. */
  key: string;
  /** The form before anything is typed. */
  fresh: () => Form;
  /** The record's, when the edit begins. */
  version?: number | undefined;
  /** Writes the form on top of that version, and says where it is read; nothing where it is kept until there is a signal: the draft stays with it. */
  save: (form: Form, version: number) => Promise<string | undefined>;
  /** What two people may have written differently, in words; nothing where nobody else can write yet. */
  shared?: Field<Form>[];
  /** As somebody else has saved it meanwhile; undefined when it is gone. */
  standing?: () => Promise<Standing<Form> | undefined>;
};

export class Edit<Form extends object> extends Attempt {
  readonly draft: Draft<Form>;
  /** About which the person is asked: somebody else has written them differently. */
  clashes = $state.raw<Clash[]>([]);

  #theirs: Standing<Form> | undefined;
  readonly #editing: Editing<Form>;

  constructor(editing: Editing<Form>) {
    super();
    this.#editing = editing;
    this.draft = new Draft(editing.key, editing.fresh, editing.version);
  }

  readonly onsubmit = this.submit(() => this.#save());

  readonly resolve = (chosen: Chosen): void => {
    this.#buildOnTheirs(chosen);
    void this.run(() => this.#save());
  };

  /** The question was closed unanswered. The version stays, so it comes again with the next save. */
  readonly leave = (): void => {
    this.clashes = [];
  };

  async #save(): Promise<void> {
    try {
      const address = await this.#editing.save(this.draft.value, this.draft.version);
      if (address === undefined) return;
      await this.draft.clear();
      await goto(address, { refreshAll: true });
    } catch (refusal) {
      if (!isEditedElsewhere(refusal)) throw refusal;
      await this.#meetTheirs(refusal);
    }
  }

  async #meetTheirs(refusal: unknown): Promise<void> {
    this.#theirs = await this.#editing.standing?.();
    if (!this.#theirs) throw refusal;
    this.clashes = crossedIn(this.#editing.shared ?? [], this.#met());
    if (this.clashes.length) return;
    // Each has changed something else, or both the same: there is nothing to ask.
    this.#buildOnTheirs({});
    await this.#save();
  }

  #met(): Met<Form> {
    return { begun: this.draft.begun, mine: this.draft.value, theirs: this.#theirs!.form };
  }

  #buildOnTheirs(chosen: Chosen): void {
    const { form, version } = this.#theirs!;
    this.draft.value = together(this.#editing.shared ?? [], this.#met(), chosen);
    this.draft.begun = form;
    this.draft.version = version;
    this.clashes = [];
  }
}
