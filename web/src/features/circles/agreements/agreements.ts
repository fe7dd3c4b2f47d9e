// What the sessions of a circle agreed on, followed until it is done.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import { longDate } from '#lib/format.ts';
import { texts, whole, type Field } from '#lib/meeting.ts';
import type { Agreement, AgreementForm, AgreementsReply, FollowedAgreement, StandsForm } from '../types.ts';
import { ownerOf, type Owned } from './owners.ts';

/** As it is being typed. */
export type Typed = Owned & { body: string; due_on: string };

export const empty = (body = ''): Typed => ({ body, owner: '', owner_id: 0, due_on: '' });

export const toForm = ({ body, due_on, ...owned }: Typed): AgreementForm => ({ body, ...ownerOf(owned), ...(due_on ? { due_on } : {}) });

export const fromAgreement = ({ body, owner = '', owner_id = 0, due_on = '' }: AgreementForm): Typed => ({ body, owner, owner_id, due_on });

/** What is sent to change it: how it stands is kept. */
export const changed = ({ state, done_on, note }: Agreement, typed: Typed): AgreementForm => ({
  ...toForm(typed),
  state,
  note,
  ...(done_on ? { done_on } : {}),
});

/** What two people may have written differently. */
export const sharedOfAgreement: Field<Typed>[] = [
  ...texts<Typed>({ body: say.circles_agreement_body }),
  {
    ...whole<Typed>('owner', say.circles_agreement_owner, ({ owner }) => owner),
    put: (form, chosen, { owner, owner_id = 0 }) => (chosen === 'theirs' ? { ...form, owner, owner_id } : form),
  },
  whole<Typed>('due_on', say.circles_agreement_due, ({ due_on }) => due_on && longDate(due_on)),
];

export const getAgreements = (circle: string): Promise<AgreementsReply> =>
  ask(api.GET('/api/circles/{circle}/agreements', { params: { path: { circle } } }));

/** Its session is known by the last part of its address. */
export const sessionOf = ({ session_address }: FollowedAgreement): number => Number(session_address.split('/').at(-1));

export const tellHowItStands = (followed: FollowedAgreement, body: StandsForm): Promise<Agreement> => {
  const path = { session: sessionOf(followed), agreement: followed.agreement.id };
  return ask(api.PUT('/api/sessions/{session}/agreements/{agreement}/stands', { params: { path }, body }));
};

export const isOpen = ({ agreement }: FollowedAgreement): boolean => agreement.state === 'open';
