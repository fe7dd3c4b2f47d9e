// What the sessions of a circle agreed on, followed until it is done.
import { api, ask } from '#lib/api.ts';
import type { Agreement, AgreementsReply, FollowedAgreement, StandsForm } from '../types.ts';

export const getAgreements = (circle: string): Promise<AgreementsReply> =>
  ask(api.GET('/api/circles/{circle}/agreements', { params: { path: { circle } } }));

/** Its session is known by the last part of its address. */
export const tellHowItStands = ({ agreement, session_address }: FollowedAgreement, body: StandsForm): Promise<Agreement> => {
  const path = { session: session_address.split('/').at(-1)!, agreement: agreement.id };
  return ask(api.PUT('/api/sessions/{session}/agreements/{agreement}/stands', { params: { path }, body }));
};

export const isOpen = ({ agreement }: FollowedAgreement): boolean => agreement.state === 'open';
