import { listProviders } from '#features/accounts/providers.ts';

/** Without them one still signs in with the password. */
export const load = async () => ({ providers: await listProviders().catch(() => []) });
