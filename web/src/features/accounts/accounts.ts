// One's own account: signing in, sessions, the password, and coming by invitation.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

export type SignInReply = components['schemas']['auth.SignInReply'];
export type Session = components['schemas']['auth.MySession'];
export type Invitation = components['schemas']['auth.InvitationReply'];
export type InvitationDraft = components['schemas']['auth.InvitationDraft'];
export type Invited = { person: number; name: string; link: string; until: string | undefined };

export const listSessions = (): Promise<Session[]> => ask(api.GET('/api/me/sessions'));

export const endSession = (session: number): Promise<unknown> =>
  ask(api.DELETE('/api/me/sessions/{session}', { params: { path: { session } } }));

export const endOtherSessions = (): Promise<unknown> => ask(api.DELETE('/api/me/sessions'));

export const changePassword = (current: string, password: string): Promise<unknown> =>
  ask(api.PUT('/api/me/password', { body: { current, password } }));

export async function signOut(): Promise<void> {
  await ask(api.DELETE('/api/session'));
  // What was kept for reading without a network was for this person's eyes.
  navigator.serviceWorker?.controller?.postMessage('forget');
}

export const getInvitation = (token: string): Promise<Invitation> =>
  ask(api.GET('/api/invitations/{token}', { params: { path: { token } } }));

/** The link is told this once. How long it holds is asked of it; no answer to that takes the link away. */
export async function invite(body: InvitationDraft): Promise<Invited> {
  const { person_id, path } = await ask(api.POST('/api/invitations', { body }));
  const link = new URL(path, location.origin);
  const invitation = await getInvitation(link.searchParams.get('invitation') ?? '-').catch(() => undefined);
  return { person: person_id, name: body.name, link: link.href, until: invitation?.expires_at };
}

/** Makes the account, or sets its new password, and signs in; or tells that a code is asked for. */
export const acceptInvitation = (token: string, body: { login?: string; password: string }): Promise<SignInReply> =>
  ask(api.POST('/api/invitations/{token}', { params: { path: { token } }, body }));
