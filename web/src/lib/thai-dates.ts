// Reads a date as people in Thailand type it: "24 ม.ค. 2553", "24/1/53", "๒๔ มกราคม ๒๕๕๓", "15 มีนาคม 2010", "2026-11-21".
// The server reads the same forms (base/thai_calendar); this one answers while the person is still typing.

const months = [
  ['มกราคม', 'มค', 'january', 'jan'],
  ['กุมภาพันธ์', 'กพ', 'february', 'feb'],
  ['มีนาคม', 'มีค', 'march', 'mar'],
  ['เมษายน', 'เมย', 'april', 'apr'],
  ['พฤษภาคม', 'พค', 'may', 'may'],
  ['มิถุนายน', 'มิย', 'june', 'jun'],
  ['กรกฎาคม', 'กค', 'july', 'jul'],
  ['สิงหาคม', 'สค', 'august', 'aug'],
  ['กันยายน', 'กย', 'september', 'sep'],
  ['ตุลาคม', 'ตค', 'october', 'oct'],
  ['พฤศจิกายน', 'พย', 'november', 'nov'],
  ['ธันวาคม', 'ธค', 'december', 'dec'],
];

const thaiDigits = /[๐-๙]/g;
const weekday = /^(วัน)?(อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์)(ที่)?\s*/;

function plain(text: string): string {
  return text
    .replace(thaiDigits, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/ํ([่-๋]?)า/g, '$1ำ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(weekday, '')
    .replace(/^(วันที่|ที่)\s*/, '');
}

type Era = 'be' | 'ce' | undefined;

/** Two digits are the Buddhist year of this century; four are told apart by size, for no one types a CE year above 2400. */
function toCommonEra(year: number, digits: number, era: Era): number {
  if (digits <= 2) return era === 'ce' ? 2000 + year : 2500 + year - 543;
  return era === 'be' || (era === undefined && year >= 2400) ? year - 543 : year;
}

function iso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year > 1700 && year < 2400 ? date.toISOString().slice(0, 10) : undefined;
}

function monthNamed(word: string): number {
  const name = word.replace(/[.\s]/g, '');
  return months.findIndex((names) => names.includes(name) || (names[0]!.startsWith(name.replace(/ฯ$/, '')) && name.length > 3)) + 1;
}

export function readThaiDate(typed: string): string | undefined {
  const text = plain(typed);
  const era: Era = /พ\.?\s?ศ\.?/.test(text) ? 'be' : /ค\.?\s?ศ\.?|\bce\b/.test(text) ? 'ce' : undefined;
  const bare = text
    .replace(/[พค]\.?\s?ศ\.?\s*/, '')
    .replace(/\bce\b/, '')
    .trim();

  const isoForm = bare.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
  if (isoForm) return iso(toCommonEra(Number(isoForm[1]), 4, era), Number(isoForm[2]), Number(isoForm[3]));

  const numeric = bare.match(/^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$/);
  if (numeric) return iso(toCommonEra(Number(numeric[3]), numeric[3]!.length, era), Number(numeric[2]), Number(numeric[1]));

  const worded = bare.match(/^(\d{1,2})\s*([^\d]+?)\s*(\d{4}|\d{2})$/);
  const month = worded && monthNamed(worded[2]!);
  if (worded && month) return iso(toCommonEra(Number(worded[3]), worded[3]!.length, era), month, Number(worded[1]));
  return undefined;
}

/** "9.00 น.", "09:00", "๙.๓๐", "13" → "09:00"; undefined when it is no time of day. */
export function readTime(typed: string): string | undefined {
  const found = plain(typed).match(/^(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*(?:น\.?|นาฬิกา)?$/);
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined;
}
