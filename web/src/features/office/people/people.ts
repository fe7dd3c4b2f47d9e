// Who has an account here, and what each may do: for administrators.
import * as say from '#say';
import type { components, paths } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';
import type { Words } from '#lib/words.ts';

export type AccountLine = components['schemas']['office.AccountLine'];
type Query = NonNullable<paths['/api/office/accounts']['get']['parameters']['query']>;
export type AccountsWanted = Pick<Query, 'text' | 'only'>;
export type AccountsOnly = NonNullable<Query['only']>;

export const only: Words<AccountsOnly> = {
  administrators: say.office_people_administrators,
  one_step: say.office_people_one_step,
  unseen: say.office_people_unseen,
  locked: say.office_people_locked,
};

export const listAccounts = (wanted: AccountsWanted, after?: number) =>
  ask(api.GET('/api/office/accounts', { params: { query: { ...wanted, ...(after && { after }) } } }));
