import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Occasion } from './holidays.ts';

export const occasions: Words<Occasion> = {
  new_year: say.site_occasion_new_year,
  makha_bucha: say.site_occasion_makha_bucha,
  chakri: say.site_occasion_chakri,
  songkran: say.site_occasion_songkran,
  coronation: say.site_occasion_coronation,
  ploughing: say.site_occasion_ploughing,
  visakha_bucha: say.site_occasion_visakha_bucha,
  queens_birthday: say.site_occasion_queens_birthday,
  asalha_bucha: say.site_occasion_asalha_bucha,
  buddhist_lent: say.site_occasion_buddhist_lent,
  kings_birthday: say.site_occasion_kings_birthday,
  mothers_day: say.site_occasion_mothers_day,
  navamindra: say.site_occasion_navamindra,
  chulalongkorn: say.site_occasion_chulalongkorn,
  fathers_day: say.site_occasion_fathers_day,
  constitution: say.site_occasion_constitution,
  new_years_eve: say.site_occasion_new_years_eve,
};
