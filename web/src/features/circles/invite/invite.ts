// Who is invited to a session by mail, and what they answer by one tap.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import type { AnswerWord, InvitationsReply, InvitedPage, InviteeForm, InviteOutcome, Session } from '../types.ts';
import { findPeople, type Known } from '../people.ts';

/** As the server takes them. */
export const mostAtOnce = 50;

/** Chosen to be invited; without an id by the address alone. */
export type Chosen = Known & { address?: string };

/** What looks like an address; whether it can be written to says the server. */
export const isAddress = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

const byAddress = (address: string): Chosen => ({ id: 0, name: address, detail: say.circles_invite_address(), address });

/** People known here, and the address that is being typed. */
export const findGuests = async (text: string): Promise<Chosen[]> =>
  isAddress(text) ? [byAddress(text.trim().toLowerCase())] : findPeople(text);

const same = (a: Chosen, b: Chosen): boolean => (a.address || b.address ? a.address === b.address : a.id === b.id);

/** Nobody stands there twice. */
export const withOne = (all: Chosen[], one: Chosen): Chosen[] => (all.some((each) => same(each, one)) ? all : [...all, one]);

export const toForm = ({ id, address }: Chosen): InviteeForm => (address ? { address } : { person_id: id });

export const outcomes: Record<InviteOutcome, () => string> = {
  sent: say.circles_invite_sent,
  invited_before: say.circles_invite_invited_before,
  unwanted: say.circles_invite_unwanted,
  no_address: say.circles_invite_no_address,
  may_not_read: say.circles_invite_may_not_read,
  returned_mail: say.circles_invite_returned_mail,
  many_mails: say.circles_invite_many_mails,
};

/** How the invited have answered; who only may come has not decided yet. */
export function counted({ invitations }: InvitationsReply): { count: number; yes: number; no: number; open: number } {
  const yes = invitations.filter(({ answer }) => answer === 'yes').length;
  const no = invitations.filter(({ answer }) => answer === 'no').length;
  return { count: invitations.length, yes, no, open: invitations.length - yes - no };
}

const of = ({ record }: Session) => ({ session: String(record.number) });

export const getInvitations = (session: Session): Promise<InvitationsReply> =>
  ask(api.GET('/api/sessions/{session}/invitations', { params: { path: of(session) } }));
export const invite = (session: Session, people: InviteeForm[]): Promise<InvitationsReply> =>
  ask(api.POST('/api/sessions/{session}/invitations', { params: { path: of(session) }, body: { people } }));
export const inviteAgain = (session: Session, invitation: number): Promise<InvitationsReply> =>
  ask(api.POST('/api/sessions/{session}/invitations/{invitation}/again', { params: { path: { ...of(session), invitation } } }));

const by = (token: string) => ({ params: { path: { token } } });
export const getInvited = (token: string): Promise<InvitedPage> => ask(api.GET('/api/i/{token}', by(token)));
export const answerInvitation = (token: string, answer: AnswerWord): Promise<InvitedPage> =>
  ask(api.POST('/api/i/{token}', { ...by(token), body: { answer } }));

const words: readonly string[] = ['yes', 'no', 'maybe'] satisfies AnswerWord[];
/** The answer that stands in the address which was tapped. */
export const tapped = (value: string | null): AnswerWord | undefined =>
  value !== null && words.includes(value) ? (value as AnswerWord) : undefined;
