// Who could have come, and who organises: found while a name is being typed, by any name that they have.
import { findPeople as findInRegister } from '#features/people/people.ts';

export { findOrganisations } from '#features/people/people.ts';

export type Known = { id: number; name: string; detail: string };

export async function findPeople(text: string): Promise<Known[]> {
  if (text.length < 2) return [];
  const cards = await findInRegister(text);
  return cards.map(({ id, title, known_as, position, organisation }) => ({
    id,
    name: title,
    detail: [known_as, position, organisation].filter(Boolean).join(' · '),
  }));
}
