// What two people may have written differently in an item: a lesson has its six headings beside what every item has.
import * as say from '#say';
import { lines, texts, textsIn, type Field } from '#lib/meeting.ts';
import { headings } from '../labels.ts';
import type { Typed } from './forms.ts';

export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.knowledge_title, title_en: say.knowledge_title_en }),
  ...texts<Typed>({ body: say.knowledge_body, summary: say.knowledge_summary, source: say.knowledge_source }),
  ...lines<Typed>({ tags: say.knowledge_tags }, ', '),
  ...lines<Typed>({ credit: say.knowledge_credit }),
  ...textsIn<Typed, 'sections'>('sections', headings),
];
