import * as say from '#say';
import { today } from '#lib/format.ts';

/** How far a coming day is: "วันนี้", "พรุ่งนี้", "อีก 16 วัน". */
export function inDays(date: string, now = today()): string {
  const days = (Date.parse(date) - Date.parse(now)) / 86_400_000;
  if (days < 1) return say.home_turn_today();
  return days === 1 ? say.home_turn_tomorrow() : say.home_turn_in_days({ days });
}
