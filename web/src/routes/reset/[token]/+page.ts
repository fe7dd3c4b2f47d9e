import { getReset, type ResetReply } from '#features/accounts/by-mail.ts';
import { orErrorPage } from '#lib/load.ts';
import { Problem } from '#lib/problem.ts';

/** Nothing for a link that was used or is too old: the page says what to do then. */
async function resetOf(token: string): Promise<ResetReply | undefined> {
  try {
    return await getReset(token);
  } catch (caught) {
    if (caught instanceof Problem && caught.status === 404) return undefined;
    throw caught;
  }
}

export async function load({ params }) {
  return { token: params.token, reset: await orErrorPage(resetOf(params.token)) };
}
