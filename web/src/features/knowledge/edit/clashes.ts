// Where what is typed here and what was saved meanwhile differ, field by field.
import * as say from '#say';
import { headings, headingsOf } from '../labels.ts';
import type { Heading } from '../types.ts';
import type { Typed } from './forms.ts';

export type Clash = { name: string; label: string; mine: string; theirs: string };

export function clashesOf(mine: Typed, theirs: Typed): Clash[] {
  const texts = [
    { name: 'title', label: say.knowledge_title(), of: (typed: Typed) => typed.title },
    { name: 'body', label: say.knowledge_body(), of: (typed: Typed) => typed.body },
    { name: 'summary', label: say.knowledge_summary(), of: (typed: Typed) => typed.summary },
    { name: 'source', label: say.knowledge_source(), of: (typed: Typed) => typed.source },
    ...(headingsOf[mine.kind] ?? []).map((heading) => ({
      name: heading as string,
      label: headings[heading](),
      of: (typed: Typed) => typed.sections[heading] ?? '',
    })),
  ];
  return texts.map(({ name, label, of }) => ({ name, label, mine: of(mine), theirs: of(theirs) })).filter((one) => one.mine !== one.theirs);
}

/** A title is one line: of two that are kept, the second stands behind the first. */
export function resolved(mine: Typed, texts: Record<string, string>): Typed {
  const sections = { ...mine.sections };
  for (const heading of headingsOf[mine.kind] ?? []) if (heading in texts) sections[heading as Heading] = texts[heading]!;
  return {
    ...mine,
    sections,
    title: (texts['title'] ?? mine.title).replace(/\s*\n+\s*/g, ' / '),
    body: texts['body'] ?? mine.body,
    summary: texts['summary'] ?? mine.summary,
    source: texts['source'] ?? mine.source,
  };
}
