// What goes by mail: a forgotten password, and the proof that an address is one's own.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

export type ResetReply = components['schemas']['auth.ResetReply'];
export type MyEmail = components['schemas']['auth.MyEmail'];
export type KeptMail = components['schemas']['mail.Kept'];

export const getResetWays = (): Promise<{ by_mail: boolean }> => ask(api.GET('/api/resets'));

export const askForReset = (login: string): Promise<unknown> => ask(api.POST('/api/resets', { body: { login } }));

export const getReset = (token: string): Promise<ResetReply> => ask(api.GET('/api/resets/{token}', { params: { path: { token } } }));

export const resetPassword = (token: string, password: string): Promise<ResetReply> =>
  ask(api.POST('/api/resets/{token}', { params: { path: { token } }, body: { password } }));

export const getMyEmail = (): Promise<MyEmail> => ask(api.GET('/api/me/email'));

export const askToConfirm = (email: string, password: string): Promise<unknown> =>
  ask(api.PUT('/api/me/email', { body: { email, password } }));

export const forgetMyEmail = (): Promise<unknown> => ask(api.DELETE('/api/me/email'));

export const chooseDigest = (wanted: boolean): Promise<unknown> => ask(api.PUT('/api/me/digest', { body: { wanted } }));

export const confirmEmail = (token: string): Promise<{ email: string }> =>
  ask(api.POST('/api/emails/{token}', { params: { path: { token } } }));

export const listKeptMail = (): Promise<KeptMail[]> => ask(api.GET('/api/mail/inbox'));
