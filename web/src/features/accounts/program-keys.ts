// Keys for programs: what an office's other programs come in with, instead of the password.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

type Schemas = components['schemas'];
export type ProgramKey = Schemas['auth.ProgramKeyLine'];
export type KeyDraft = Schemas['auth.ProgramKeyDraft'];

export const listProgramKeys = (): Promise<ProgramKey[]> => ask(api.GET('/api/me/program-keys'));

/** The key's text: it is told this once. */
export async function makeProgramKey(body: KeyDraft): Promise<string> {
  const { key } = await ask(api.POST('/api/me/program-keys', { body }));
  return key;
}

export const revokeProgramKey = (key: number): Promise<unknown> =>
  ask(api.DELETE('/api/me/program-keys/{key}', { params: { path: { key } } }));

export const isOver = ({ expires_at }: Pick<ProgramKey, 'expires_at'>, now = Date.now()): boolean => Date.parse(expires_at) <= now;
