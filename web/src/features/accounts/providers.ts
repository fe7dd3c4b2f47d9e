// Signing in with an account of elsewhere, and which of them are linked to one's own.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

type Schemas = components['schemas'];
export type Provider = Schemas['auth.ProviderLine'];
export type Identity = Schemas['auth.IdentityLine'];
export type Arrival = Schemas['auth.ArrivalReply'];

export const listProviders = (): Promise<Provider[]> => ask(api.GET('/api/sign-on'));

const to = (provider: string) => ({ params: { path: { provider } } });

/** Leaves for the provider; the browser comes back to /sign-in/back. */
export async function leaveFor(provider: string, next: string): Promise<void> {
  const { address } = await ask(api.POST('/api/sign-on/{provider}', { ...to(provider), body: { next } }));
  location.assign(address);
}

/** The same to link what is found there to one's own account. */
export async function leaveToLink(provider: string, password: string): Promise<void> {
  const { address } = await ask(api.POST('/api/me/identities/{provider}', { ...to(provider), body: { password } }));
  location.assign(address);
}

/** What the provider gave the browser to bring back; without a state it is of no journey that is known. */
export function arrive(provider: string, brought: Pick<URLSearchParams, 'get'>): Promise<Arrival> {
  const state = brought.get('state') || '-';
  const code = brought.get('code');
  const body = code ? { state, code } : { state };
  return ask(api.POST('/api/sign-on/{provider}/back', { ...to(provider), body }));
}

export const listIdentities = (): Promise<Identity[]> => ask(api.GET('/api/me/identities'));
export const unlink = (identity: number): Promise<unknown> =>
  ask(api.DELETE('/api/me/identities/{identity}', { params: { path: { identity } } }));

/** Only a path of ours: an address from outside could send people away after they signed in. */
export const ownPath = (wanted: string | null | undefined): string => (wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/');
