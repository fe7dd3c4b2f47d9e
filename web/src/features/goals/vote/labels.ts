import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { VoteWay } from './types.ts';

export const ways: Words<VoteWay> = { paper: say.goals_vote_way_paper, hands: say.goals_vote_way_hands };
