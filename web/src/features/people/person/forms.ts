import * as say from '#say';
import type { Field } from '#lib/meeting.ts';
import type { Person, PersonForm } from '../types.ts';

export type Typed = Required<PersonForm>;

export const fromPerson = ({ person }: Person): Typed => ({ ...person });

/** What two people may have written differently. */
export const texts: Field<Typed>[] = [
  { name: 'title', label: say.people_title },
  { name: 'rank', label: say.people_rank },
  { name: 'given_name', label: say.people_given_name },
  { name: 'family_name', label: say.people_family_name },
  { name: 'known_as', label: say.people_known_as },
  { name: 'name_en', label: say.people_person_name_en },
  { name: 'phone', label: say.people_phone },
  { name: 'email', label: say.people_email },
  { name: 'line_id', label: say.people_line },
  { name: 'note', label: say.people_note, long: true },
];
