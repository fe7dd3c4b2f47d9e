import { api, ask } from '#lib/api.ts';

/** The number of the session by which a wording is looked at; none while the organisation has held none. */
export async function newestSession(organiser: number): Promise<string | undefined> {
  const [newest] = await ask(api.GET('/api/sessions', { params: { query: { organiser, limit: 1 } } }));
  return newest && String(newest.number);
}
