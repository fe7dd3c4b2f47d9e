// One thing of a session (a point, an agreement, an answer, a note) while it is changed; another person may change it first.
import { clashesIn, withChosen, type Chosen, type Clash, type Field } from '#lib/meeting.ts';
import { isEditedElsewhere } from '#lib/problem.ts';
import type { Outbox, Step } from './outbox.svelte.ts';

type Standing<Form> = { form: Form; version: number };
type Wish<Form> = {
  outbox: Pick<Outbox, 'send' | 'read' | 'problem'>;
  /** As it stands, by whosever hand; nothing once it is gone. */
  find: () => Standing<Form> | undefined;
  /** What two people may have written differently. What one of them did not touch is the other's. */
  fields: Field<Form>[];
  write: (form: Form, version: number) => Step;
  ondone: () => void;
};

export class StepEdit<Form extends object> {
  form: Form;
  clashes = $state.raw<Clash[]>([]);
  #begun: Standing<Form>;
  #theirs: Standing<Form>;
  /** Mine met theirs, and nobody has chosen yet. */
  #unanswered: boolean;
  readonly #wish: Wish<Form>;

  /** `mine`: what was written without a signal and met what somebody else had written meanwhile. `from`: what waits, to go on from. */
  constructor(begun: Standing<Form>, wish: Wish<Form>, mine?: Form, from?: Form) {
    this.#wish = wish;
    this.#begun = this.#theirs = begun;
    this.form = $state(mine ?? from ?? begun.form);
    this.#unanswered = mine !== undefined;
    if (mine) this.#ask();
  }

  #ask(): boolean {
    this.clashes = clashesIn(this.#wish.fields, this.form, this.#theirs.form);
    return this.clashes.length > 0;
  }

  async save(): Promise<void> {
    if (this.#unanswered && this.#ask()) return;
    const { outbox, write, ondone } = this.#wish;
    if (await outbox.send(write(this.form, this.#begun.version))) ondone();
    else if (isEditedElsewhere(outbox.problem)) await this.#meetTheirs().catch((unread) => (outbox.problem = unread));
  }

  resolve = (chosen: Chosen): void => {
    this.form = withChosen(this.#wish.fields, this.form, this.#theirs.form, chosen);
    this.#begun = this.#theirs;
    this.#unanswered = false;
    this.clashes = [];
    void this.save();
  };
  /** The question was closed unanswered: it comes again with the next save. */
  leave = (): void => void (this.clashes = []);

  /** Where both wrote, the person is asked, and what comes of it is saved on top of theirs. */
  async #meetTheirs(): Promise<void> {
    const { outbox, find, fields } = this.#wish;
    await outbox.read();
    const theirs = find();
    if (!theirs) return;
    outbox.problem = undefined;
    const before = this.#begun.form;
    const differs = ({ of }: Field<Form>, form: Form) => of(form) !== of(before);
    const put = (form: Form, { whole, of, put }: Field<Form>) => put(form, whole ? 'theirs' : of(theirs.form), theirs.form);
    this.form = fields.filter((field) => !differs(field, this.form)).reduce(put, this.form);
    this.#theirs = theirs;
    this.clashes = clashesIn(
      fields.filter((field) => differs(field, theirs.form)),
      this.form,
      theirs.form,
    );
    if (this.clashes.length) return;
    this.#begun = theirs;
    await this.save();
  }
}
