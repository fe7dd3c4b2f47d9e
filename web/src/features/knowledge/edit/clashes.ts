// Where what is typed here and what was saved meanwhile differ, field by field.
import * as say from '#say';
import { headings, headingsOf } from '../labels.ts';
import type { Heading } from '../types.ts';
import type { Typed } from './forms.ts';

export type Clash = { name: string; label: string; mine: string; theirs: string };

export function clashesOf(mine: Typed, theirs: Typed): Clash[] {
  const texts = [
    { name: 'title', label: say.knowledge_title(), of: (typed: Typed) => typed.title },
    { name: 'title_en', label: say.knowledge_title_en(), of: (typed: Typed) => typed.title_en },
    { name: 'body', label: say.knowledge_body(), of: (typed: Typed) => typed.body },
    { name: 'summary', label: say.knowledge_summary(), of: (typed: Typed) => typed.summary },
    { name: 'source', label: say.knowledge_source(), of: (typed: Typed) => typed.source },
    { name: 'tags', label: say.knowledge_tags(), of: (typed: Typed) => typed.tags },
    { name: 'credit', label: say.knowledge_credit(), of: (typed: Typed) => typed.credit },
    ...(headingsOf[mine.kind] ?? []).map((heading) => ({
      name: heading as string,
      label: headings[heading](),
      of: (typed: Typed) => typed.sections[heading] ?? '',
    })),
  ];
  return texts.map(({ name, label, of }) => ({ name, label, mine: of(mine), theirs: of(theirs) })).filter((one) => one.mine !== one.theirs);
}

/** A line stays one line: of two that are kept, the second stands behind the first. */
const oneLine = (text: string, between: string) => text.replace(/\s*\n+\s*/g, between);

export function resolved(mine: Typed, texts: Record<string, string>): Typed {
  const sections = { ...mine.sections };
  for (const heading of headingsOf[mine.kind] ?? []) if (heading in texts) sections[heading as Heading] = texts[heading]!;
  return {
    ...mine,
    sections,
    title: oneLine(texts['title'] ?? mine.title, ' / '),
    title_en: oneLine(texts['title_en'] ?? mine.title_en, ' / '),
    body: texts['body'] ?? mine.body,
    summary: texts['summary'] ?? mine.summary,
    source: texts['source'] ?? mine.source,
    tags: oneLine(texts['tags'] ?? mine.tags, ', '),
    credit: oneLine(texts['credit'] ?? mine.credit, ' / '),
  };
}
