// An item of knowledge as a case beside others.
import { headings } from '../labels.ts';
import type { Item } from '../types.ts';
import type { Case } from './compare.ts';

export const caseOf = ({ record, body, sections }: Item, bodyHeading: string): Case => ({
  title: record.title,
  address: record.address,
  texts: [
    ...(body.trim() ? [{ heading: bodyHeading, text: body }] : []),
    ...sections.map((section) => ({ heading: headings[section.heading](), text: section.body })),
  ],
});
