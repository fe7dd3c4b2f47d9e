// How often a circle meets, in words: "ทุกวันพุธ", "ทุก 3 เดือน วันพุธที่ 2", "ทุกวันจันทร์ พุธ และศุกร์ จนถึง 30 ก.ย. 2570".
import * as say from '#say';
import { dayOf, monthName, monthOf, yearOf } from '#lib/format.ts';
import { thai } from '#lib/say/language.svelte.ts';
import type { Rhythm } from './types.ts';

type Weekday = NonNullable<Rhythm['weekday']>;

export const weekdays: Record<Weekday, () => string> = {
  monday: say.circles_monday,
  tuesday: say.circles_tuesday,
  wednesday: say.circles_wednesday,
  thursday: say.circles_thursday,
  friday: say.circles_friday,
  saturday: say.circles_saturday,
  sunday: say.circles_sunday,
};

/** The fifth stands for the last of its month. */
const lastOfMonth = 5;

type Cycle = NonNullable<Rhythm['cycle']>;

const turns: Record<Cycle, { each: () => string; several: (told: { count: number }) => string }> = {
  month: { each: say.circles_every_month, several: say.circles_every_n_months },
  quarter: { each: say.circles_every_quarter, several: say.circles_every_n_quarters },
  year: { each: say.circles_every_year, several: say.circles_every_n_years },
};

/** In which months: "ทุกเดือน", "ทุกไตรมาส เดือนที่ 2 ของไตรมาส", "ทุกปี เดือนกุมภาพันธ์". */
function months({ interval, cycle = 'month', month = 1, years }: Rhythm): string {
  const { each, several } = turns[cycle];
  const turn = interval === 1 ? each() : several({ count: interval });
  if (cycle === 'month') return turn;
  if (cycle === 'quarter') return `${turn} ${say.circles_in_month_of_quarter({ month })}`;
  return `${turn} ${years === 'fiscal' ? say.circles_in_month_of_fiscal_year({ month }) : say.circles_in_month({ month: monthName(month) })}`;
}

const fromMonday = Object.keys(weekdays) as Weekday[];

/** Of a weekly rhythm, from Monday on. */
export const weekdaysOf = ({ weekday, also }: Rhythm): Weekday[] => fromMonday.filter((day) => day === weekday || also?.includes(day));

/** With this weekday too, or without it; the last one stays. */
export function withWeekday(rhythm: Rhythm, day: Weekday): Rhythm {
  const before = weekdaysOf(rhythm);
  const [weekday, ...also] = fromMonday.filter((one) => before.includes(one) !== (one === day));
  const { also: _, ...rest } = rhythm;
  return weekday ? { ...rest, weekday, ...(also.length ? { also } : {}) } : rhythm;
}

function ofWeeks(rhythm: Rhythm): string {
  const list = new Intl.ListFormat(thai() ? 'th' : 'en-GB');
  const weekday = list.format(weekdaysOf(rhythm).map((day) => weekdays[day]()));
  return rhythm.interval === 1 ? say.circles_every_weekday({ weekday }) : say.circles_every_n_weeks({ weekday, count: rhythm.interval });
}

function withoutEnd(rhythm: Rhythm): string {
  const { every, weekday, nth, day } = rhythm;
  if (every === 'week') return ofWeeks(rhythm);
  if (every === 'month_day') return `${months(rhythm)} ${say.circles_on_day({ day: day ?? 1 })}`;
  const name = weekday ? weekdays[weekday]() : '';
  const which =
    nth === lastOfMonth ? say.circles_last_weekday({ weekday: name }) : say.circles_nth_weekday({ weekday: name, nth: nth ?? 1 });
  return `${months(rhythm)} ${which}`;
}

export function rhythmText(given: Rhythm): string {
  const rhythm = withoutEnd(given);
  const { until, count } = given;
  if (until) return say.circles_rhythm_until({ rhythm, date: `${dayOf(until)} ${monthOf(until)} ${yearOf(until)}` });
  return count ? say.circles_rhythm_times({ rhythm, count }) : rhythm;
}
