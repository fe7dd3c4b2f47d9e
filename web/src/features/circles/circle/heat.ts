// The calendar of a circle's life: a column a month, a row a week of that month, a dot a session.
import { today } from '#lib/format.ts';
import type { SessionCard } from '../types.ts';

export type Dot = { x: number; y: number; radius: number; session: SessionCard };
export type Strip = { months: { x: number; first: string }[]; dots: Dot[]; width: number; height: number };

const monthWidth = 47;
const weekHeight = 24;
const left = 24;
const top = 56;

const monthIndex = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const firstOf = (index: number) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
const weekOf = (date: string) => Math.floor((Number(date.slice(8, 10)) - 1) / 7);

/** The last month of a strip that ends with what is planned, `pages` years further back. */
function lastMonth(sessions: SessionCard[], pages: number): number {
  const newest = sessions.reduce((latest, { date }) => (date > latest ? date : latest), today());
  return monthIndex(newest) - pages * 12;
}

/** A dot's area grows with the people; where nobody counted it is as small as the smallest. */
const radius = (people: number | undefined, most: number) => (people ? 4 + 7 * Math.sqrt(people / most) : 4);

export function strip(sessions: SessionCard[], pages = 0): Strip {
  const last = lastMonth(sessions, pages);
  const first = last - 11;
  const shown = sessions.filter(({ date }) => monthIndex(date) >= first && monthIndex(date) <= last);
  const most = Math.max(1, ...shown.map(({ people }) => people ?? 0));
  const taken = new Map<string, number>();
  const dots = shown.map((session) => {
    const column = monthIndex(session.date) - first;
    const row = weekOf(session.date);
    // Two in one week stand side by side.
    const beside = taken.get(`${column}.${row}`) ?? 0;
    taken.set(`${column}.${row}`, beside + 1);
    return { x: left + column * monthWidth + beside * 14, y: top + row * weekHeight, radius: radius(session.people, most), session };
  });
  const months = Array.from({ length: 12 }, (_, column) => ({ x: left + column * monthWidth, first: firstOf(first + column) }));
  return { months, dots, width: 12 * monthWidth, height: top + 4 * weekHeight + 16 };
}
