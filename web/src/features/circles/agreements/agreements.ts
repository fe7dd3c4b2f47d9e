// What the sessions of a circle agreed on, followed until it is done.
import { api, ask } from '#lib/api.ts';
import type { Agreement, AgreementForm, AgreementsReply, FollowedAgreement, StandsForm } from '../types.ts';
import { ownerOf, type Owned } from './owners.ts';

/** As it is being typed. */
export type Typed = Owned & { body: string; due_on: string };

export const empty = (body = ''): Typed => ({ body, owner: '', owner_id: 0, due_on: '' });

export const toForm = ({ body, due_on, ...owned }: Typed): AgreementForm => ({ body, ...ownerOf(owned), ...(due_on ? { due_on } : {}) });

export const getAgreements = (circle: string): Promise<AgreementsReply> =>
  ask(api.GET('/api/circles/{circle}/agreements', { params: { path: { circle } } }));

/** Its session is known by the last part of its address. */
export const sessionOf = ({ session_address }: FollowedAgreement): number => Number(session_address.split('/').at(-1));

export const tellHowItStands = (followed: FollowedAgreement, body: StandsForm): Promise<Agreement> => {
  const path = { session: sessionOf(followed), agreement: followed.agreement.id };
  return ask(api.PUT('/api/sessions/{session}/agreements/{agreement}/stands', { params: { path }, body }));
};

export const isOpen = ({ agreement }: FollowedAgreement): boolean => agreement.state === 'open';
