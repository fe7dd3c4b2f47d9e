import type { Person, PersonForm } from '../types.ts';

export type Typed = Required<PersonForm>;

export const fromPerson = ({ person }: Person): Typed => ({ ...person });
