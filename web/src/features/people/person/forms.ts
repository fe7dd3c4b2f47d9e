import * as say from '#say';
import { line, text, type Field } from '#lib/meeting.ts';
import type { Person, PersonForm } from '../types.ts';

export type Typed = Required<PersonForm>;

export const fromPerson = ({ person }: Person): Typed => ({ ...person });

/** What two people may have written differently. */
export const texts: Field<Typed>[] = [
  line('title', say.people_title),
  line('rank', say.people_rank),
  line('given_name', say.people_given_name),
  line('family_name', say.people_family_name),
  line('known_as', say.people_known_as),
  line('name_en', say.people_person_name_en),
  line('phone', say.people_phone),
  line('email', say.people_email),
  line('line_id', say.people_line),
  text('note', say.people_note),
];
