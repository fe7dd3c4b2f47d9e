// The words of proposed indicators for every value that the server knows.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import { unitOf } from '../labels.ts';
import { directions } from '../indicator/labels.ts';
import type { Traits } from '../types.ts';
import type { CountedAs, Standing } from './types.ts';

export const standings: Words<Standing> = {
  proposed: say.proposals_proposed,
  supported: say.proposals_supported,
  voted: say.proposals_voted,
  adopted: say.proposals_adopted,
  not_adopted: say.proposals_not_adopted,
};

export const toneOf = (standing: Standing): 'plain' | 'good' | 'warm' =>
  standing === 'adopted' ? 'good' : standing === 'voted' ? 'warm' : 'plain';

export const countedAs: Words<CountedAs> = { number: say.proposals_counted_as_number, percent: say.proposals_counted_as_percent };

/** "ร้อยละของครัวเรือน · ยิ่งมากยิ่งดี" */
export const measureOf = (traits: Traits): string => {
  const unit = unitOf(traits);
  const counted = traits.calculation === 'ratio' && traits.factor === 100 ? say.proposals_percent_of({ unit }) : unit;
  return [counted, directions[traits.direction]()].join(' · ');
};
