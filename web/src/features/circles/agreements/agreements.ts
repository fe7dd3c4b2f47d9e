// What the sessions of a circle agreed on, followed until it is done.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import { longDate } from '#lib/format.ts';
import { texts, type Field } from '#lib/meeting.ts';
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

const ownerCalled = (name: string, among: Typed[]): Owned => {
  const known = among.find(({ owner }) => owner === name);
  return { owner: name, owner_id: known?.owner_id ?? 0 };
};

/** What two people may have written differently; of an owner and of a day there is one. */
export const sharedOfAgreement: Field<Typed>[] = [
  ...texts<Typed>({ body: say.circles_agreement_body }),
  {
    name: 'owner',
    label: say.circles_agreement_owner,
    of: ({ owner }) => owner,
    put: (form, chosen, theirs) => ({ ...form, ...ownerCalled(chosen.trim().replace(/\s*\n+\s*/g, ' / '), [form, theirs]) }),
  },
  {
    name: 'due_on',
    label: say.circles_agreement_due,
    of: ({ due_on }) => (due_on ? longDate(due_on) : ''),
    put: (form, due, theirs) => (theirs.due_on && due === longDate(theirs.due_on) ? { ...form, due_on: theirs.due_on } : form),
  },
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
