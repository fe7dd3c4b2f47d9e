import { getLetterhead, getWordings } from '#features/circles/letterhead/letterhead.ts';
import { newestSession } from '#features/circles/letterhead/sample.ts';
import { getOrganisation } from '#features/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, url }) {
  const { organisation } = params;
  const [shown, letterhead, wordings] = await orErrorPage(
    Promise.all([getOrganisation(organisation), getLetterhead(organisation), getWordings(organisation)]),
  );
  const from = url.searchParams.get('session') ?? undefined;
  return { organisation, title: shown.record.title, letterhead, wordings, session: from ?? (await newestSession(shown.record.id)), from };
}
