import * as say from '#say';
import type { Queued, Reason } from './concerns.ts';

export const reasons: Record<Reason, () => string> = {
  spam: say.concerns_reason_spam,
  privacy: say.concerns_reason_privacy,
  wrong: say.concerns_reason_wrong,
  other: say.concerns_reason_other,
};

type Kind = { on: () => string; hide: () => string };
const page: Kind = { on: say.concerns_on_page, hide: say.concerns_hide_page };
const comment: Kind = { on: say.concerns_on_comment, hide: say.concerns_hide_comment };
const picture: Kind = { on: say.concerns_on_picture, hide: say.concerns_hide_picture };

/** What it is about, and what taking it away is called there. */
export const kindOf = ({ concern }: Queued): Kind => (concern.comment_id ? comment : concern.file_id ? picture : page);
