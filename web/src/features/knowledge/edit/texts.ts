// What two people may have written differently in an item: a lesson has its six headings beside what every item has.
import * as say from '#say';
import { line, text, textIn, type Field } from '#lib/meeting.ts';
import { headings } from '../labels.ts';
import type { Heading } from '../types.ts';
import type { Typed } from './forms.ts';

export const texts: Field<Typed>[] = [
  line('title', say.knowledge_title),
  line('title_en', say.knowledge_title_en),
  text('body', say.knowledge_body),
  text('summary', say.knowledge_summary),
  text('source', say.knowledge_source),
  line('tags', say.knowledge_tags, ', '),
  line('credit', say.knowledge_credit),
  ...(Object.keys(headings) as Heading[]).map((heading) => textIn<Typed, 'sections'>('sections', heading, headings[heading])),
];
