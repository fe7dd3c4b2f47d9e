// A membership's form as inputs want it, and back to what the server takes.
import type { Access, MembershipForm, MembershipLine, PersonCard, PersonForm, Post } from '../types.ts';

/** Somebody chosen; 0 is somebody whom the register does not know yet. */
export type Named = Partial<PersonCard> & { id: number; title: string };
export const isFresh = (named: { id: number }): boolean => named.id === 0;

export type Typed = {
  person: Named | undefined;
  post: Post;
  position: string;
  precedence: string;
  began_on: string;
  ended_on: string;
  access: Access;
};

export const fromLine = (line: MembershipLine | undefined, person?: Named): Typed => ({
  person,
  post: line?.post ?? 'member',
  position: line?.position ?? '',
  precedence: line?.precedence ? String(line.precedence) : '',
  began_on: line?.began_on ?? '',
  ended_on: line?.ended_on ?? '',
  access: line?.access ?? 'none',
});

export const toForm = (typed: Typed, person: number): MembershipForm => ({
  person,
  post: typed.post,
  position: typed.position,
  access: typed.access,
  ...(Number(typed.precedence) > 0 ? { precedence: Number(typed.precedence) } : {}),
  ...(typed.began_on ? { began_on: typed.began_on } : {}),
  ...(typed.ended_on ? { ended_on: typed.ended_on } : {}),
});

/** "สมชาย ใจดี" → given and family name; titles are filled in later on the person's own page. */
export function personFrom(name: string): PersonForm {
  const [given_name = '', ...family] = name.trim().split(/\s+/);
  return { given_name, family_name: family.join(' ') };
}
