// Whose an agreement may be: found while a name is being typed, those of the circle first; a name alone is enough too.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import { findOrganisations, findPeople, type Known } from '../people.ts';
import type { Attendee } from '../types.ts';

/** As a form keeps it: `owner_id` where they are known to Lomwong. */
export type Owned = { owner: string; owner_id?: number };

const shortest = 2; // letters of a name, from which on all of Lomwong is looked through
const shown = 8;

const inCircle = ({ id, name }: { id: number; name: string }): Known => ({ id, name, detail: say.circles_agreement_owner_near() });

/** Without a signal those who came are known all the same. */
const here = (people: Attendee[]): Known[] =>
  people.filter(({ person_id }) => person_id).map(({ person_id, name }) => inCircle({ id: person_id, name }));

async function elsewhere(text: string): Promise<Known[]> {
  if (text.length < shortest) return [];
  const organisations = findOrganisations(text).then((cards) =>
    cards.map(({ id, title }) => ({ id, name: title, detail: say.circles_agreement_owner_organisation() })),
  );
  return (await Promise.all([findPeople(text), organisations].map((found) => found.catch((): Known[] => [])))).flat();
}

const once = (known: Known[]): Known[] => known.filter(({ id }, i) => known.findIndex((one) => one.id === id) === i);

/** What a field for the owner asks; whoever is near is asked for once, and who came since then is there too. */
export function findOwners(session: number, people: () => Attendee[]): (text: string) => Promise<Known[]> {
  let near: Known[] | undefined;
  const getNear = async () => {
    const path = { session };
    near ??= await ask(api.GET('/api/sessions/{session}/agreements/owners', { params: { path } })).then(
      (found) => found.map(inCircle),
      () => undefined,
    );
    return [...here(people()), ...(near ?? [])];
  };
  return async (text) => {
    const written = text.toLocaleLowerCase();
    const [circle, others] = await Promise.all([getNear(), elsewhere(text)]);
    const first = circle.filter(({ name }) => name.toLocaleLowerCase().includes(written));
    return once([...once(first).slice(0, shown), ...others]);
  };
}

/** What is sent of it; nothing where nobody was named. */
export const ownerOf = ({ owner, owner_id }: Owned): Partial<Owned> => (owner ? { owner, ...(owner_id ? { owner_id } : {}) } : {});
