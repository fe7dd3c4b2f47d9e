import * as say from '#say';
import { ageBands, sectors } from '../labels.ts';
import type { AgeBand, Heads, Sector } from '../types.ts';

/** "ทั้งหมด 12 · เด็กและเยาวชน 3"; what nobody counted is not said. */
export function headsText(heads: Heads): string {
  const line = (name: string, count: number | null | undefined) => (count === undefined || count === null ? [] : [`${name} ${count}`]);
  const parts = [
    ...line(say.circles_heads_all(), heads.all),
    ...Object.entries(heads.by_age ?? {}).flatMap(([band, count]) => line(ageBands[band as AgeBand](), count)),
    ...Object.entries(heads.by_sector ?? {}).flatMap(([sector, count]) => line(sectors[sector as Sector](), count)),
  ];
  return parts.join(' · ') || '–';
}
