import * as say from '#say';
import { lines, texts, type Field } from '#lib/meeting.ts';
import type { Person, PersonForm } from '../types.ts';

export type Typed = Required<PersonForm>;

export const fromPerson = ({ person }: Person): Typed => ({ ...person, also_written: person.also_written ?? '' });

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({
    title: say.people_title,
    rank: say.people_rank,
    given_name: say.people_given_name,
    family_name: say.people_family_name,
  }),
  ...lines<Typed>({ known_as: say.people_known_as, name_en: say.people_person_name_en, also_written: say.people_spellings }),
  ...lines<Typed>({ phone: say.people_phone, email: say.people_email, line_id: say.people_line }),
  ...texts<Typed>({ note: say.people_note }),
];
