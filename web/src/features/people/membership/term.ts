import * as say from '#say';
import { shortDate } from '#lib/format.ts';

/** "1 ต.ค. 64 – 30 ก.ย. 68", with one end open "ตั้งแต่ 1 ต.ค. 64", with both nothing. */
export function termText({ began_on, ended_on }: { began_on?: string; ended_on?: string }): string {
  if (began_on && ended_on) return `${shortDate(began_on)} – ${shortDate(ended_on)}`;
  if (began_on) return say.people_term_from({ date: shortDate(began_on) });
  return ended_on ? say.people_term_to({ date: shortDate(ended_on) }) : '';
}
