// How people agreed that a word, a voice or a photo of theirs leaves the circle: what is filled in, as the writes that carry it.
import * as say from '#say';
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';
import type { Write } from '#lib/deliver.ts';
import type { Words } from '#lib/words.ts';
import type { Consent, Point, Session } from '../types.ts';

type Schemas = components['schemas'];
export type GivenList = Schemas['circles.GivenList'];
export type Given = Schemas['circles.Given'];
export type ConsentWords = Schemas['circles.ConsentWords'];
export type Way = Given['way'];
type GivenForm = Schemas['circles.GivenForm'];

export const ways: Words<Way> = {
  spoken: say.consents_way_spoken,
  voice: say.consents_way_voice,
  signature: say.consents_way_signature,
  thumbprint: say.consents_way_thumbprint,
};

/** What one can agree to: a word that was said, or a photo. */
export type Subject = { key: string; name: string; about: { point: number } | { photo: number }; giver: string; minor: boolean };

export type Typed = {
  subject: string;
  consent: Consent;
  giver: string;
  minor: boolean;
  guardian: string;
  way: Way;
  witness: string;
  /** Of a photo: with this, all who are seen on it have agreed. */
  everybody: boolean;
  proof: Blob | undefined;
};

export const emptyConsent = (): Typed => ({
  subject: '',
  consent: 'named',
  giver: '',
  minor: false,
  guardian: '',
  way: 'spoken',
  witness: '',
  everybody: false,
  proof: undefined,
});

export const subjectsOf = (session: Session): Subject[] => [
  ...session.points.map((point) => ({
    key: `point ${point.id}`,
    name: nameOf(point),
    about: { point: point.id },
    giver: point.speaker ?? '',
    minor: false,
  })),
  ...[...session.photos, ...session.photos_inside].map((photo) => ({
    key: `photo ${photo.id}`,
    name: `${say.capture_one_photo()} · ${photo.alternative_text || photo.name}`,
    about: { photo: photo.id },
    giver: '',
    minor: false,
  })),
];

const nameOf = ({ body, title }: Point) => (title || body).slice(0, 60) || say.capture_voice();

const path = (session: number) => `/api/sessions/${session}/consents`;

export const getConsents = (session: string): Promise<GivenList> =>
  ask(api.GET('/api/sessions/{session}/consents', { params: { path: { session } } }));

export const withdraw = (session: number, consent: number): Promise<GivenList> =>
  ask(
    api.POST('/api/sessions/{session}/consents/{consent}/withdraw', {
      params: { path: { session: String(session), consent: String(consent) } },
    }),
  );

export const wordAnew = (words: { th: string; en: string }): Promise<ConsentWords> => ask(api.POST('/api/consent-words', { body: words }));

/** With its proof, which goes up first. */
export function writeOf(session: number, typed: Typed, { about, name }: Subject, words: number): Write {
  const { consent, giver, minor, guardian, way, witness, everybody, proof } = typed;
  const form: Omit<GivenForm, 'proof'> = {
    ...about,
    consent,
    giver,
    way,
    words,
    ...(minor ? { minor, guardian } : {}),
    ...(witness.trim() ? { witness } : {}),
    ...('photo' in about && consent !== 'circle' && everybody ? { everybody } : {}),
  };
  const title = `${say.circles_consent()} · ${name}`;
  const page = `/sessions/${session}/consents`;
  if (!proof) return { title, method: 'POST', path: path(session), body: form, page };
  const body = [{ name: 'file', value: proof, filename: way }];
  return {
    title,
    method: 'POST',
    path: '/api/files',
    body,
    page,
    then: { method: 'POST', path: path(session), body: { ...form, proof: '$file' } },
  };
}

/** Still to be filled in, before it can be kept. */
export const lacks = ({ subject, giver, minor, guardian, way, witness, proof }: Typed): boolean =>
  !subject ||
  !giver.trim() ||
  (minor && !guardian.trim()) ||
  ((way === 'spoken' || way === 'thumbprint') && !witness.trim()) ||
  (way !== 'spoken' && !proof);
