// Who could have come, and who organises: found while a name is being typed, by any name that they have.
export { findOrganisations } from '#features/people/people.ts';

export type Known = { id: number; name: string; detail: string };

const shortest = 2; // letters of a name that are asked for

/** How people are told apart comes with the first name that is typed. */
export const findPeople = async (text: string): Promise<Known[]> =>
  text.length < shortest ? [] : (await import('./known.ts')).findKnown(text);
