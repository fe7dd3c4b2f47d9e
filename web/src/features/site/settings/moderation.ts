// The limits of comments as they are typed: a number is text until it is sent.
import type { Moderation } from './settings.ts';

export type Typed = {
  guests: boolean;
  held: 'always' | 'at_first';
  trusted_after: string;
  longest: string;
  guests_an_hour: string;
  newcomer_an_hour: string;
  person_an_hour: string;
};

export const fromModeration = ({ guests_may_comment, trusted_after, ...limits }: Moderation): Typed => ({
  guests: guests_may_comment,
  held: trusted_after == null ? 'always' : 'at_first',
  trusted_after: String(trusted_after ?? 3),
  longest: String(limits.longest),
  guests_an_hour: String(limits.guests_an_hour),
  newcomer_an_hour: String(limits.newcomer_an_hour),
  person_an_hour: String(limits.person_an_hour),
});

export const toModeration = (typed: Typed): Moderation => ({
  guests_may_comment: typed.guests,
  ...(typed.held === 'at_first' ? { trusted_after: Number(typed.trusted_after) } : {}),
  longest: Number(typed.longest),
  guests_an_hour: Number(typed.guests_an_hour),
  newcomer_an_hour: Number(typed.newcomer_an_hour),
  person_an_hour: Number(typed.person_an_hour),
});
