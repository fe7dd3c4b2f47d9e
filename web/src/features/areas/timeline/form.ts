// An entry of the timeline as it is typed.
import * as say from '#say';
import { lines, texts, type Field } from '#lib/meeting.ts';
import type { Entry, EntryContent, EntryKind } from '../types.ts';
import type { Owner } from '../owners.ts';
import { yearFrom, yearTo } from '#lib/years.ts';

export type Typed = {
  owner: Owner | undefined;
  year: string;
  month: string;
  day: string;
  kind: EntryKind | '';
  title: string;
  detail: string;
  link: string;
  speaker: string;
  speaker_role: string;
  speaker_body: string;
};

export const emptyEntry = (): Typed => ({
  owner: undefined,
  year: '',
  month: '',
  day: '',
  kind: '',
  title: '',
  detail: '',
  link: '',
  speaker: '',
  speaker_role: '',
  speaker_body: '',
});

export function fromEntry(entry: Entry): Typed {
  const { kind, title, detail, link, speaker, speaker_role, speaker_body } = entry;
  const remembered = (part: number) => (part ? String(part) : '');
  return {
    ...{ owner: undefined, kind, title, detail, link, speaker, speaker_role, speaker_body },
    year: yearTo(entry.year),
    month: remembered(entry.month),
    day: remembered(entry.day),
  };
}

export function toContent(typed: Typed): EntryContent {
  const { owner: _, year, month, day, kind, ...words } = typed;
  return {
    ...words,
    year: yearFrom(year),
    ...(month ? { month: Number(month) } : {}),
    ...(day ? { day: Number(day) } : {}),
    kind: kind || 'other',
  };
}

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.areas_entry_title, year: say.areas_year }),
  ...texts<Typed>({ detail: say.areas_entry_detail }),
  ...lines<Typed>({ link: say.areas_link }),
  ...lines<Typed>({ speaker: say.areas_speaker, speaker_role: say.areas_speaker_role, speaker_body: say.areas_speaker_body }),
];
