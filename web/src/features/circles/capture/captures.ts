// A session in a minute: what is typed, as the writes that go out when there is a signal, and back from them to be put right.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import type { Write } from '#lib/deliver.ts';
import { today } from '#lib/format.ts';
import { freshKey } from '#lib/key.ts';
import type { Part, Waiting } from '#lib/store.ts';
import type { components } from '#api/generated/paths.gen.ts';
import type { Suggestion } from '#features/areas/types.ts';
import type { AgeBand, Heads } from '../types.ts';

export type OwnCircle = components['schemas']['circles.OwnCircle'];
type CaptureForm = components['schemas']['circles.CaptureForm'];
type PhotoForm = components['schemas']['circles.PhotoForm'];
type VoiceForm = components['schemas']['circles.VoiceForm'];
export type Position = NonNullable<CaptureForm['position']>;

export type Photo = { name: string; blob: Blob; alt: string };
export type Recorded = { blob: Blob; seconds: number };

export type Typed = {
  /** The circle's number as text, as a choice holds it; empty while none is chosen. */
  circle: string;
  title: string;
  lines: [string, string];
  date: string;
  place: string;
  position: Position | undefined;
  /** Where none is known, the server takes what is nearest to the position. */
  area: Suggestion | undefined;
  heads: Partial<Record<AgeBand, number>>;
  photos: Photo[];
  /** Nobody on the photos can be recognised, or all agree. */
  cleared: boolean;
  voice: Recorded | undefined;
  teller: string;
};

export const emptyCapture = (circle = ''): Typed => ({
  circle,
  title: '',
  lines: ['', ''],
  date: today(),
  place: '',
  position: undefined,
  area: undefined,
  heads: {},
  photos: [],
  cleared: false,
  voice: undefined,
  teller: '',
});

/** Kept by the service worker too, so that they are there without a signal. */
export const listOwnCircles = (): Promise<OwnCircle[]> => ask(api.GET('/api/circles/mine'));

function formOf(typed: Typed): CaptureForm {
  const { title, date, place, position, area, heads } = typed;
  return {
    captured_at: new Date().toISOString(),
    title,
    date,
    lines: typed.lines.filter((line) => line.trim()),
    ...(place.trim() ? { place } : {}),
    ...(position ? { position } : {}),
    ...(area ? { area: area.id } : {}),
    ...(Object.keys(heads).length ? { heads: { by_age: heads } as Heads } : {}),
  };
}

/** The session first; its photos and its voice go to the number that it is given. */
export function writesOf(typed: Typed): Write[] {
  const key = freshKey();
  const circle = `/api/circles/${typed.circle}/captures`;
  const page = `/circles/${typed.circle}/capture?waiting=$id`;
  const session: Write = { title: typed.title, method: 'POST', path: circle, body: formOf(typed), gives: key, page };
  const photos = typed.photos.map((photo) => fileOf(typed, key, photo.name, photo.blob, 'photos', photoForm(typed, photo)));
  const voice = typed.voice && fileOf(typed, key, say.capture_voice(), typed.voice.blob, 'voices', voiceForm(typed, typed.voice));
  return [session, ...photos, ...(voice ? [voice] : [])];
}

const photoForm = ({ cleared }: Typed, { alt }: Photo) => ({ file: '$file', alternative_text: alt, caption: '', cleared });
const voiceForm = ({ teller }: Typed, { seconds }: Recorded) =>
  ({ file: '$file', seconds, kind: 'story', ...(teller ? { speaker: teller } : {}) }) satisfies Omit<VoiceForm, 'file'> & { file: string };

function fileOf({ title }: Typed, needs: string, name: string, blob: Blob, to: 'photos' | 'voices', body: object): Write {
  return {
    title: `${title} · ${to === 'photos' ? say.capture_one_photo() : say.capture_voice()}`,
    method: 'POST',
    path: '/api/files',
    body: [{ name: 'file', value: blob, filename: name }],
    needs,
    then: { method: 'POST', path: `/api/sessions/$given/${to}`, body },
  };
}

/** The number of the area that was chosen for it. */
export const areaOf = ({ body }: Waiting): number | undefined => (JSON.parse(body as string) as CaptureForm).area;

/** What somebody had captured and the server did not take, as it was typed; the area is asked for by its number. */
export function typedFrom([session, ...files]: Waiting[]): Typed {
  const form = JSON.parse(session!.body as string) as CaptureForm;
  const typed = { ...emptyCapture(session!.path.split('/')[3]), title: form.title, date: form.date };
  const [first = '', second = ''] = form.lines;
  const there = files.map(({ body, then }) => ({ part: (body as Part[])[0]!, to: then!.path, form: JSON.parse(then!.body) as object }));
  const photos = there.filter(({ to }) => to.endsWith('/photos'));
  const voice = there.find(({ to }) => to.endsWith('/voices'));
  const told = voice?.form as VoiceForm | undefined;
  return {
    ...typed,
    lines: [first, second],
    place: form.place ?? '',
    position: form.position,
    heads: form.heads?.by_age ?? {},
    photos: photos.map(({ part, form }) => ({
      name: part.filename ?? '',
      blob: part.value as Blob,
      alt: (form as PhotoForm).alternative_text,
    })),
    cleared: photos.length > 0 && photos.every(({ form }) => (form as PhotoForm).cleared),
    voice: voice && { blob: voice.part.value as Blob, seconds: told!.seconds },
    teller: told?.speaker ?? '',
  };
}
