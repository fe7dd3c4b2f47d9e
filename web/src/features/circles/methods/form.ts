// A method as it is typed: every field there and empty rather than absent, and back to what the server takes.
import * as say from '#say';
import { lines, texts, type Field } from '#lib/meeting.ts';
import type { Becomes, CircleKind, FieldKind, Method, MethodField } from '../types.ts';

export type TypedStep = { minutes: string; title: string; how: string };
export type TypedRole = { name: string; does: string };
export type TypedField = {
  label: string;
  kind: FieldKind;
  hint: string;
  /** One a line. */
  choices: string;
  many: boolean;
  days_after: string;
  becomes: Becomes | '';
  knowledge: MethodField['knowledge'];
};
export type Typed = {
  title: string;
  title_en: string;
  kind: CircleKind | '';
  purpose: string;
  suits: string;
  steps: TypedStep[];
  /** One a line. */
  questions: string;
  roles: TypedRole[];
  fields: TypedField[];
  result: string;
  owner: { id: number; title: string } | undefined;
};

export const emptyStep = (): TypedStep => ({ minutes: '10', title: '', how: '' });
export const emptyRole = (): TypedRole => ({ name: '', does: '' });
export const emptyField = (): TypedField => ({
  label: '',
  kind: 'text',
  hint: '',
  choices: '',
  many: false,
  days_after: '',
  becomes: '',
  knowledge: undefined,
});
export const emptyMethod = (): Typed => ({
  title: '',
  title_en: '',
  kind: '',
  purpose: '',
  suits: '',
  steps: [emptyStep()],
  questions: '',
  roles: [],
  fields: [],
  result: '',
  owner: undefined,
});

const typedField = ({ choices, days_after, ...field }: MethodField): TypedField => ({
  ...emptyField(),
  ...field,
  choices: (choices ?? []).join('\n'),
  days_after: days_after ? String(days_after) : '',
});

export const fromMethod = ({ steps, questions, roles, fields, ...method }: Method): Typed => ({
  ...emptyMethod(),
  ...method,
  steps: steps.map((step) => ({ ...emptyStep(), ...step, minutes: String(step.minutes) })),
  questions: questions.join('\n'),
  roles: roles.map((role) => ({ ...emptyRole(), ...role })),
  fields: fields.map(typedField),
});

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const fieldOf = ({ label, kind, hint, choices, many, days_after, becomes, knowledge }: TypedField): MethodField => ({
  label,
  kind,
  ...(hint ? { hint } : {}),
  ...(kind === 'choice' ? { choices: linesOf(choices) } : {}),
  ...(many ? { many } : {}),
  ...(Number(days_after) > 0 ? { days_after: Number(days_after) } : {}),
  ...(becomes ? { becomes } : {}),
  ...(becomes === 'knowledge' && knowledge ? { knowledge } : {}),
});

export const toMethod = (typed: Typed): Method => ({
  title: typed.title,
  ...(typed.title_en ? { title_en: typed.title_en } : {}),
  kind: typed.kind as CircleKind,
  purpose: typed.purpose,
  ...(typed.suits ? { suits: typed.suits } : {}),
  steps: typed.steps
    .filter(({ title }) => title.trim())
    .map(({ minutes, title, how }) => ({ minutes: Number(minutes), title, ...(how ? { how } : {}) })),
  questions: linesOf(typed.questions),
  roles: typed.roles.filter(({ name }) => name.trim()).map(({ name, does }) => ({ name, ...(does ? { does } : {}) })),
  fields: typed.fields.filter(({ label }) => label.trim()).map(fieldOf),
  ...(typed.result ? { result: typed.result } : {}),
});

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.methods_title, suits: say.methods_suits }),
  ...texts<Typed>({ purpose: say.methods_purpose, questions: say.methods_questions, result: say.methods_result }),
];
