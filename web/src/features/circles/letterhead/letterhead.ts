// How the papers of an organisation look: letterhead, who signs, and the words of each paper.
import type { components } from '#api/generated/paths.gen.ts';
import * as say from '#say';
import { api, ask, ifMatch, send } from '#lib/api.ts';
import { problemOf } from '#lib/problem.ts';
import type { Paper } from '../papers/papers.ts';

type Schemas = components['schemas'];
export type Letterhead = Schemas['circles.Letterhead'];
export type LetterheadForm = Schemas['circles.LetterheadForm'];
export type Wording = Schemas['circles.Wording'];
export type Acting = NonNullable<Schemas['circles.Signer']['acting']>;

export type Signer = { name: string; position: string; acting: Acting | ''; acting_for: string };
export type Typed = {
  name: string;
  department: string;
  address: string;
  contact: string;
  number_prefix: string;
  thai_digits: boolean;
  emblem?: number | undefined;
  signers: Signer[];
};

const of = (organisation: string) => ({ params: { path: { organisation } } });

export const getLetterhead = (organisation: string): Promise<Letterhead> =>
  ask(api.GET('/api/circles/letterheads/{organisation}', of(organisation)));

export const putLetterhead = (organisation: string, body: LetterheadForm, version: number): Promise<Letterhead> =>
  ask(api.PUT('/api/circles/letterheads/{organisation}', { params: { path: { organisation }, header: ifMatch(version) }, body }));

export const getWordings = (organisation: string): Promise<Wording[]> =>
  ask(api.GET('/api/circles/letterheads/{organisation}/wordings', of(organisation)));

export const putWording = (organisation: string, paper: Paper, body: string, version: number): Promise<Wording> =>
  ask(
    api.PUT('/api/circles/letterheads/{organisation}/wordings/{paper}', {
      params: { path: { organisation, paper }, header: ifMatch(version) },
      body: { body },
    }),
  );

export const resetWording = (organisation: string, paper: Paper): Promise<Wording> =>
  ask(api.DELETE('/api/circles/letterheads/{organisation}/wordings/{paper}', { params: { path: { organisation, paper } } }));

/** The paper of a session as it would be in these words: the address of a PDF that lives as long as the page. */
export async function preview(session: string, paper: Paper, body: string): Promise<string> {
  const asked = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ paper, body }) };
  const response = await send(new Request(`/api/sessions/${session}/papers/preview`, asked));
  if (!response.ok) throw await problemOf(response);
  return URL.createObjectURL(await response.blob());
}

export const actings: { value: Acting; label: string }[] = [
  { value: 'substitute', label: say.circles_acting_substitute() },
  { value: 'delegate', label: say.circles_acting_delegate() },
  { value: 'caretaker', label: say.circles_acting_caretaker() },
  { value: 'duty', label: say.circles_acting_duty() },
];

export const emptySigner = (): Signer => ({ name: '', position: '', acting: '', acting_for: '' });

export const fromLetterhead = ({ emblem, signers, version, ...texts }: Letterhead): Typed => ({
  ...texts,
  emblem: emblem?.id,
  signers: signers.map((signer) => ({ ...emptySigner(), ...signer })),
});

export const toLetterhead = ({ emblem, signers, ...texts }: Typed): LetterheadForm => ({
  ...texts,
  ...(emblem ? { emblem } : {}),
  signers: signers
    .filter(({ name, position }) => name.trim() || position.trim())
    .map(({ acting, acting_for, ...signer }) => ({ ...signer, ...(acting ? { acting } : {}), acting_for: acting ? acting_for : '' })),
});
