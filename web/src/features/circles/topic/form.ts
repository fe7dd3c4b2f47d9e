// A topic as it is typed.
import * as say from '#say';
import { lines, texts, type Field } from '#lib/meeting.ts';
import { tagsAsText, tagsIn } from '#lib/tags.ts';
import type { TopicForm, TopicReply } from '../types.ts';

export type Typed = { title: string; note: string; tags: string };

export const emptyTopic = (): Typed => ({ title: '', note: '', tags: '' });

export const fromTopic = ({ record, note, tags }: TopicReply): Typed => ({ title: record.title, note, tags: tagsAsText(tags) });

export const toForm = ({ title, note, tags }: Typed): TopicForm => ({ title, note, tags: tagsIn(tags) });

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.circles_topic_title }),
  ...texts<Typed>({ note: say.circles_topic_note }),
  ...lines<Typed>({ tags: say.knowledge_tags }, ', '),
];
