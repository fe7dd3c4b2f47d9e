// The holidays of one year, and what administrators say of them. Years are CE here, as dates are; พ.ศ. appears on the page.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask, ifMatch } from '#lib/api.ts';

type Schemas = components['schemas'];
export type Year = Schemas['site.YearOfHolidays'];
export type Holiday = Schemas['site.Holiday'];
export type Occasion = NonNullable<Holiday['occasion']>;
export type OwnYear = Schemas['site.OwnYear'];
export type OwnDay = OwnYear['days'][number];

const path = (year: number) => ({ year: String(year) });

export const getYear = (year: number): Promise<Year> => ask(api.GET('/api/site/holidays/{year}', { params: { path: path(year) } }));

export const changeYear = ({ year, version }: Year, body: OwnYear): Promise<Year> =>
  ask(api.PUT('/api/site/holidays/{year}', { params: { path: path(year), header: ifMatch(version) }, body }));

const otherThan = (date: string) => (day: OwnDay) => day.date !== date;

/** Added, or said otherwise than before; `at` is the day that it was. */
export const withDay = (own: OwnYear, day: OwnDay, at: string = day.date): OwnYear => ({
  days: [...own.days.filter(otherThan(at)).filter(otherThan(day.date)), day],
  not_kept: own.not_kept.filter((date) => date !== day.date),
});

/** What was added is gone, or has its name of the table again; a day of the table is no longer kept. */
export const withoutDay = (own: OwnYear, { date, origin }: Pick<Holiday, 'date' | 'origin'>): OwnYear => ({
  days: own.days.filter(otherThan(date)),
  not_kept: origin === 'own' ? own.not_kept : [...own.not_kept, date],
});

export const keptAgain = (own: OwnYear, date: string): OwnYear => ({
  ...own,
  not_kept: own.not_kept.filter((other) => other !== date),
});
