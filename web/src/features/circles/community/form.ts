// A day of the calendar as it is typed.
import * as say from '#say';
import type { Owner } from '#features/areas/owners.ts';
import { lines, texts, type Field } from '#lib/meeting.ts';
import type { Kept, LocalDay, LocalDayContent } from '../types.ts';

export type Typed = {
  owner: Owner | undefined;
  name: string;
  name_en: string;
  kind: Kept;
  first: string;
  last: string;
  yearly: boolean;
  note: string;
};

export const emptyDay = (): Typed => ({
  owner: undefined,
  name: '',
  name_en: '',
  kind: 'merit',
  first: '',
  last: '',
  yearly: false,
  note: '',
});

export const fromDay = ({ title, title_en, kind, first, last, yearly, note }: LocalDay): Typed => ({
  ...{ owner: undefined, name: title, name_en: title_en, kind, first, yearly, note },
  last: last === first ? '' : last,
});

export const toContent = ({ owner: _, last, ...rest }: Typed): LocalDayContent => ({ ...rest, ...(last ? { last } : {}) });

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ name: say.circles_local_name, name_en: say.circles_local_name_en }),
  ...lines<Typed>({ first: say.circles_local_first, last: say.circles_local_last }),
  ...texts<Typed>({ note: say.circles_local_note }),
];
