// Dates, numbers and money as people in Thailand read them: พ.ศ. in Thai, CE in English. Dates travel as ISO and CE, money as satang.
import { language, thai } from './say/language.svelte.ts';

const bangkok = 'Asia/Bangkok';
const locale = () => (thai() ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB');

/** A date that stands for itself ("2026-11-21") is the same day everywhere; a moment is shown as Bangkok's clock has it. */
function spot(value: string): { when: Date; timeZone: string } {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return { when: new Date(isDate ? value + 'T00:00:00Z' : value), timeZone: isDate ? 'UTC' : bangkok };
}

/** Making one costs thirty times what using it does, and a page writes many dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale() + JSON.stringify(options);
  const made = formatters.get(name) ?? new Intl.DateTimeFormat(locale(), options);
  formatters.set(name, made);
  return made;
}

function format(value: string, options: Intl.DateTimeFormatOptions): string {
  const { when, timeZone } = spot(value);
  const parts = formatter({ ...options, timeZone }).formatToParts(when);
  // The era is said by the language here: nobody writes "พ.ศ." inside a date.
  const shown = parts.filter((part) => part.type !== 'era').map((part) => part.value);
  return shown.join('').replace(/\s+/g, ' ').trim();
}

/** 21 พฤศจิกายน 2569 */
export const longDate = (value: string) => format(value, { day: 'numeric', month: 'long', year: 'numeric' });
/** วันเสาร์ที่ 21 พฤศจิกายน 2569 */
export const weekdayDate = (value: string) => {
  const weekday = format(value, { weekday: 'long' });
  return thai() ? `${weekday}ที่ ${longDate(value)}` : `${weekday}, ${longDate(value)}`;
};
/** 21 พ.ย. 69 */
export const shortDate = (value: string) => {
  const [day, month] = [dayOf(value), monthOf(value)];
  return `${day} ${month} ${thai() ? yearOf(value).slice(-2) : yearOf(value)}`;
};
/** พ. */
export const weekdayName = (value: string) => format(value, { weekday: 'short' });
export const dayOf = (value: string) => format(value, { day: 'numeric' });
/** พ.ย. */
export const monthOf = (value: string) => format(value, { month: 'short' });
/** 10 → ตุลาคม */
export const monthName = (month: number) => format(`2026-${String(month).padStart(2, '0')}-01`, { month: 'long' });
/** 2569, in English 2026 */
export const yearOf = (value: string) => format(value, { year: 'numeric' }).replace(/\D/g, '');
/** พ.ย. 69 */
export const monthYear = (value: string) => `${monthOf(value)} ${thai() ? yearOf(value).slice(-2) : yearOf(value)}`;

/** "09:00" or a moment → 09.00 น. */
export function clock(value: string): string {
  const time = /^\d{2}:\d{2}/.test(value)
    ? value.slice(0, 5)
    : new Date(value).toLocaleTimeString('en-GB', { timeZone: bangkok, hour: '2-digit', minute: '2-digit' });
  return thai() ? time.replace(':', '.') + ' น.' : time;
}

export const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: bangkok });

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
export const number = (value: number) => numbers.format(value);

/** 0.428 → 42%: never more than has been done. */
export const percent = (part: number) => `${Math.floor(part * 100)}%`;

/** 1234567 → 1.2 MB, in thousands, as disks are sold. */
export function fileSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const size = bytes / 1000 ** step;
  return `${size.toFixed(step === 0 || size >= 10 ? 0 : 1)} ${units[step]}`;
}

/** 29949100000 satang → 299,491,000 บาท */
export const money = (satang: number) => `${number(satang / 100)} ${thai() ? 'บาท' : 'baht'}`;

/** Thai lists put the leading vowel after its consonant. */
export const collator = () => new Intl.Collator(language());

/** 09.12 น. today, otherwise the day. */
export function ago(moment: Date): string {
  const iso = moment.toISOString();
  const day = moment.toLocaleDateString('sv-SE', { timeZone: bangkok });
  return day === today() ? clock(iso) : shortDate(day);
}

/** "2026-11-21" and 7 → "2026-11-28" */
export const daysFrom = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
