// Who may read a record, with names where the server keeps ids.
import * as say from '#say';
import { api, ask, ifMatch } from '#lib/api.ts';
import type { Envelope, Visibility } from './types.ts';

export type Named = { id: number; title: string };
export type Audience = { version: number; visibility: Visibility; partners: Named[]; persons: Named[] };

export const visibilities: Record<Visibility, { name: () => string; hint: () => string }> = {
  public: { name: say.records_visibility_public, hint: say.records_visibility_public_hint },
  partners: { name: say.records_visibility_partners, hint: say.records_visibility_partners_hint },
  members: { name: say.records_visibility_members, hint: say.records_visibility_members_hint },
  private: { name: say.records_visibility_private, hint: say.records_visibility_private_hint },
};

/** Before it is published a record is read by those who write it; what is chosen holds afterwards. */
export function inWords(state: Envelope['state'], visibility: Visibility): string {
  const who = visibilities[visibility].name();
  return state === 'published' ? say.records_audience_now({ who }) : say.records_audience_later({ who });
}

const get = (record: number) => ask(api.GET('/api/records/{record}', { params: { path: { record: String(record) } } }));

/** One whose name is kept from the viewer stays among the readers all the same. */
const named = async (id: number): Promise<Named> => ({
  id,
  title: await get(id).then(
    ({ record }) => record.title,
    () => say.records_reader_unseen(),
  ),
});

export async function getAudience(id: number): Promise<Audience> {
  const { record, audience } = await get(id);
  const [partners, persons] = await Promise.all([
    Promise.all((audience?.partners ?? []).map(named)),
    Promise.all((audience?.persons ?? []).map(named)),
  ]);
  return { version: record.version, visibility: record.visibility, partners, persons };
}

const ids = (list: Named[]) => list.map(({ id }) => id);

export const changeAudience = (id: number, { version, visibility, partners, persons }: Audience) =>
  ask(
    api.PUT('/api/records/{record}/audience', {
      params: { path: { record: String(id) }, header: ifMatch(version) },
      body: { visibility, partners: visibility === 'partners' ? ids(partners) : [], persons: ids(persons) },
    }),
  );
