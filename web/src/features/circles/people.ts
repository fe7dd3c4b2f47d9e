// Who could have come, and who organises: found while a name is being typed, by any name that they have.
import * as say from '#say';
import { findPeople as findInRegister } from '#features/people/people.ts';

export { findOrganisations } from '#features/people/people.ts';

export type Known = { id: number; name: string; detail: string };

export async function findPeople(text: string): Promise<Known[]> {
  if (text.length < 2) return [];
  const cards = await findInRegister(text);
  return cards.map(({ id, title, known_as, also_written, position, organisation }) => ({
    id,
    name: title,
    detail: [known_as, also_written && `${say.people_also_written()} ${also_written}`, position, organisation].filter(Boolean).join(' · '),
  }));
}
