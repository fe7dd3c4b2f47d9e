// The second step of signing in: one's own, and what administrators do for others and for all.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

type Schemas = components['schemas'];
export type SecondStep = Schemas['auth.MySecondStep'];
export type NewSecret = Schemas['auth.NewSecret'];
export type Account = Schemas['auth.AccountState'];
export type Proof = Schemas['auth.WholeProof'];

export const getSecondStep = (): Promise<SecondStep> => ask(api.GET('/api/me/second-step'));

/** The secret is told once; it counts when a code of it has come back. */
export const setUpSecondStep = (password: string): Promise<NewSecret> => ask(api.POST('/api/me/second-step', { body: { password } }));

const codesOf = ({ codes }: Schemas['auth.RecoveryCodes']): string[] => codes;

export const confirmSecondStep = (code: string): Promise<string[]> => ask(api.PUT('/api/me/second-step', { body: { code } })).then(codesOf);

export const newRecoveryCodes = (body: Proof): Promise<string[]> =>
  ask(api.POST('/api/me/second-step/recovery-codes', { body })).then(codesOf);

export const turnOffSecondStep = (body: Proof): Promise<unknown> => ask(api.POST('/api/me/second-step/off', { body }));

const of = (account: number) => ({ params: { path: { account } } });

/** Of the person with this id, for administrators; nothing for a person without an account. */
export const getAccount = (person: number): Promise<Account | undefined> =>
  ask(api.GET('/api/accounts/{account}', of(person))).then((account) => account ?? undefined);
export const endAllSessions = (person: number): Promise<unknown> => ask(api.DELETE('/api/accounts/{account}/sessions', of(person)));
export const resetSecondStep = (person: number): Promise<unknown> => ask(api.DELETE('/api/accounts/{account}/second-step', of(person)));
export const makeAdministrator = (person: number): Promise<unknown> => ask(api.PUT('/api/accounts/{account}/administrator', of(person)));
export const unmakeAdministrator = (person: number): Promise<unknown> =>
  ask(api.DELETE('/api/accounts/{account}/administrator', of(person)));
export const lockAccount = (person: number): Promise<unknown> => ask(api.PUT('/api/accounts/{account}/lock', of(person)));
export const unlockAccount = (person: number): Promise<unknown> => ask(api.DELETE('/api/accounts/{account}/lock', of(person)));

export const getSignInRules = (): Promise<Schemas['auth.SignInRules']> => ask(api.GET('/api/sign-in-rules'));
export const changeSignInRules = (administrators_use_two_steps: boolean): Promise<unknown> =>
  ask(api.PUT('/api/sign-in-rules', { body: { administrators_use_two_steps } }));

/** "JBSWY3DPEHPK" → "JBSW Y3DP EHPK": to be read off and typed. */
export const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
