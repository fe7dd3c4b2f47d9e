// A person among others of the same name: by what else they are called, where they work and as what.
import * as say from '#say';
import { findPeople } from '#features/people/people.ts';
import type { Known } from './people.ts';

export async function findKnown(text: string): Promise<Known[]> {
  const cards = await findPeople(text);
  return cards.map(({ id, title, known_as, also_written, position, organisation }) => ({
    id,
    name: title,
    detail: [known_as, also_written && `${say.people_also_written()} ${also_written}`, position, organisation].filter(Boolean).join(' · '),
  }));
}
