// A circle's form: every field there and empty rather than absent, as inputs want them, and back to what the server takes.
import * as say from '#say';
import { lines, texts, whole, type Field } from '#lib/meeting.ts';
import type { Suggestion } from '#features/areas/types.ts';
import type { Circle, CircleForm, CircleKind, Level, Phase, PlaceKind, Rhythm } from '../types.ts';

export type Typed = {
  title: string;
  title_en: string;
  kind: CircleKind | '';
  level: Level;
  phase: Phase;
  purpose: string;
  organiser: { id: number; title: string } | undefined;
  area: Suggestion | undefined;
  rhythm: Rhythm | undefined;
  place: string;
  place_kind: PlaceKind | '';
  starts: string;
  ends: string;
  since: string;
  held_before: string;
  agreements_wanted: boolean | undefined;
};

export const emptyCircle = (): Typed => ({
  title: '',
  title_en: '',
  kind: '',
  level: 'community',
  phase: 'implement',
  purpose: '',
  organiser: undefined,
  area: undefined,
  rhythm: { every: 'week', interval: 1, weekday: 'wednesday' },
  place: '',
  place_kind: '',
  starts: '',
  ends: '',
  since: '',
  held_before: '',
  agreements_wanted: undefined,
});

/** The circle knows its area by number only; the page asks for its name. */
export const fromCircle = (circle: Circle, area: Suggestion | undefined): Typed => ({
  title: circle.record.title,
  title_en: circle.record.title_en,
  kind: circle.kind,
  level: circle.level,
  phase: circle.phase,
  purpose: circle.purpose,
  organiser: { id: circle.organiser.id, title: circle.organiser.title },
  area,
  rhythm: circle.rhythm,
  place: circle.place,
  place_kind: circle.place_kind ?? '',
  starts: circle.starts ?? '',
  ends: circle.ends ?? '',
  since: circle.since ?? '',
  held_before: circle.held_before ? String(circle.held_before) : '',
  agreements_wanted: circle.agreements_wanted,
});

const dialogues = new Set<CircleKind | ''>(['dialogue', 'deliberation', 'tea_circle', 'story_circle', 'practice']);

/** A dialogue owes no results: agreements are off in it until somebody wants them. */
export const wantsAgreements = ({ kind, agreements_wanted }: Typed): boolean => agreements_wanted ?? !dialogues.has(kind);

export function toForm(typed: Typed): CircleForm {
  const { kind, organiser, area, rhythm, held_before, title, level, phase, ...rest } = typed;
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '' && value !== undefined));
  return {
    ...(filled as Partial<CircleForm>),
    title,
    level,
    phase,
    kind: kind || 'other',
    organiser: organiser?.id ?? 0,
    ...(area ? { area: area.id } : {}),
    ...(rhythm ? { rhythm } : {}),
    ...(Number(held_before) > 0 ? { held_before: Number(held_before) } : {}),
    agreements_wanted: wantsAgreements(typed),
  };
}

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.circles_circle_title, title_en: say.circles_circle_title_en }),
  ...texts<Typed>({ purpose: say.circles_purpose }),
  ...lines<Typed>({ place: say.circles_place }),
  whole('organiser', say.circles_organiser, ({ organiser }) => organiser?.title ?? ''),
  whole('area', say.circles_area, ({ area }) => area?.title ?? ''),
];
