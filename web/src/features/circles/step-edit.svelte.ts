// One thing of a session (a point, an agreement) while it is changed; another person may change it first.
import { clashesIn, withChosen, type Chosen, type Clash, type Field } from '#lib/meeting.ts';
import { isEditedElsewhere } from '#lib/problem.ts';
import type { Session } from '../types.ts';
import type { Recording, Step } from './recording.svelte.ts';

type Standing<Form> = { form: Form; version: number };
type Wish<Form> = {
  recording: Recording;
  /** As it stands, by whosever hand; nothing once it is gone. */
  find: (session: Session) => Standing<Form> | undefined;
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
  readonly #wish: Wish<Form>;

  /** `mine`: what was written without a signal and met what somebody else had written meanwhile. */
  constructor(begun: Standing<Form>, wish: Wish<Form>, mine?: Form) {
    this.#wish = wish;
    this.#begun = this.#theirs = begun;
    this.form = $state(mine ?? begun.form);
    if (mine) this.clashes = clashesIn(wish.fields, mine, begun.form);
  }

  async save(): Promise<void> {
    const { recording, write, ondone } = this.#wish;
    if (await recording.send(write(this.form, this.#begun.version))) ondone();
    else if (isEditedElsewhere(recording.problem)) await this.#meetTheirs().catch((unread) => (recording.problem = unread));
  }

  resolve = (chosen: Chosen): void => {
    this.form = withChosen(this.#wish.fields, this.form, this.#theirs.form, chosen);
    this.#begun = this.#theirs;
    this.clashes = [];
    void this.save();
  };
  /** The question was closed unanswered: it comes again with the next save. */
  leave = (): void => void (this.clashes = []);

  /** Where both wrote, the person is asked, and what comes of it is saved on top of theirs. */
  async #meetTheirs(): Promise<void> {
    const { recording, find, fields } = this.#wish;
    await recording.read();
    const theirs = find(recording.session);
    if (!theirs) return;
    recording.problem = undefined;
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
