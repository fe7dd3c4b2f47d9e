// How often a circle meets, in words: "ทุกวันพุธ", "ทุก 3 เดือน วันพุธที่ 2", "ทุกเดือน วันที่ 15".
import * as say from '#say';
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

function months(interval: number): string {
  return interval === 1 ? say.circles_every_month() : say.circles_every_n_months({ count: interval });
}

export function rhythmText(rhythm: Rhythm): string {
  const { every, interval, weekday, nth, day } = rhythm;
  if (every === 'month_day') return `${months(interval)} ${say.circles_on_day({ day: day ?? 1 })}`;
  const name = weekday ? weekdays[weekday]() : '';
  if (every === 'week')
    return interval === 1 ? say.circles_every_weekday({ weekday: name }) : say.circles_every_n_weeks({ weekday: name, count: interval });
  const which =
    nth === lastOfMonth ? say.circles_last_weekday({ weekday: name }) : say.circles_nth_weekday({ weekday: name, nth: nth ?? 1 });
  return `${months(interval)} ${which}`;
}
