// An item's form: every field there and empty rather than absent, as inputs want them, and back to what the server takes.
import { headingsOf } from '../labels.ts';
import { tagsAsText, tagsIn } from '#lib/tags.ts';
import type { Content, File, Heading, Item, Kind, Licence, Visibility } from '../types.ts';

export type Attached = Pick<File, 'id' | 'name' | 'group' | 'address' | 'alternative_text' | 'caption'>;

export type Typed = {
  kind: Kind;
  title: string;
  title_en: string;
  summary: string;
  body: string;
  sections: Partial<Record<Heading, string>>;
  author_body: string;
  edition: string;
  isbn: string;
  year: string;
  tags: string;
  licence: Licence | '';
  credit: string;
  source: string;
  series: { number: number; title: string } | undefined;
  part: string;
  continued: boolean;
  forum: string;
  area: { id: number; title: string; path?: string } | undefined;
  happened_on: string;
  files: Attached[];
  owner: { id: number; title: string } | undefined;
  visibility: Visibility;
};

export const emptyItem = (kind: Kind = 'note'): Typed => ({
  kind,
  title: '',
  title_en: '',
  summary: '',
  body: '',
  sections: {},
  author_body: '',
  edition: '',
  isbn: '',
  year: '',
  tags: '',
  licence: '',
  credit: '',
  source: '',
  series: undefined,
  part: '',
  continued: false,
  forum: '',
  area: undefined,
  happened_on: '',
  files: [],
  owner: undefined,
  visibility: 'public',
});

export const fromItem = (item: Item): Typed => ({
  kind: item.kind,
  title: item.record.title,
  title_en: item.record.title_en,
  summary: item.own_summary,
  body: item.body,
  sections: Object.fromEntries(item.sections.map(({ heading, body }) => [heading, body])),
  author_body: item.document?.author_body ?? '',
  edition: item.document?.edition ?? '',
  isbn: item.document?.isbn ?? '',
  year: item.document?.year ? String(item.document.year) : '',
  tags: tagsAsText(item.tags),
  licence: item.licence,
  credit: item.credit,
  source: item.source,
  series: item.series && { number: item.series.number, title: item.series.title },
  part: item.series ? String(item.series.part) : '',
  continued: item.series?.continued ?? false,
  forum: item.forum ? String(item.forum) : '',
  area: item.area,
  happened_on: item.record.happened_on,
  files: item.files,
  owner: item.owner && { id: item.owner.id, title: item.owner.title },
  visibility: item.record.visibility,
});

const whole = (text: string): number | undefined => (Number(text) > 0 ? Number(text) : undefined);

/** พ.ศ. as people write it, CE as the server keeps it. */
const year = (text: string): number | undefined => {
  const typed = whole(text);
  return typed && typed > 2300 ? typed - 543 : typed;
};

function filled<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined)) as never;
}

export function toContent(typed: Typed): Content {
  const headings = headingsOf[typed.kind] ?? [];
  const { title_en, summary, credit, source, happened_on, licence, forum, area, author_body, edition, isbn } = typed;
  return {
    kind: typed.kind,
    title: typed.title,
    body: typed.body,
    language: 'th',
    ...(headings.length ? { sections: headings.map((heading) => ({ heading, body: typed.sections[heading] ?? '' })) } : {}),
    ...(typed.kind === 'document' ? { document: { author_body, edition, isbn, ...filled({ year: year(typed.year) }) } } : {}),
    ...(typed.series ? { series: { number: typed.series.number, part: whole(typed.part) ?? 1, continued: typed.continued } } : {}),
    ...filled({ title_en, summary, credit, source, happened_on, forum: whole(forum), area: area?.id }),
    ...(licence ? { licence } : {}),
    tags: tagsIn(typed.tags),
    files: typed.files.map(({ id, alternative_text, caption }) => ({ file: id, alternative_text, caption })),
  };
}
