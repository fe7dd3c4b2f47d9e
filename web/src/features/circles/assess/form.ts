// An assessment as it is typed: statements one a line.
import * as say from '#say';
import { lines, texts, type Field } from '#lib/meeting.ts';
import type { Assessment } from '../types.ts';

export type TypedDimension = { name: string; statements: string };
export type Typed = { title: string; about: string; dimensions: TypedDimension[] };

/** Head, heart, hand and health, until the circle names dimensions of its own. */
export const freshAssessment = (): Typed => ({
  title: say.assess_title_fresh(),
  about: '',
  dimensions: [
    { name: say.assess_head(), statements: say.assess_head_fresh() },
    { name: say.assess_heart(), statements: say.assess_heart_fresh() },
    { name: say.assess_hand(), statements: say.assess_hand_fresh() },
    { name: say.assess_health(), statements: say.assess_health_fresh() },
  ],
});

export const fromAssessment = ({ title, about, dimensions }: Assessment): Typed => ({
  title,
  about: about ?? '',
  dimensions: dimensions.map(({ name, statements }) => ({ name, statements: statements.join('\n') })),
});

export const toAssessment = ({ dimensions, ...rest }: Typed): Assessment => ({
  ...rest,
  dimensions: dimensions.map(({ name, statements }) => ({
    name,
    statements: statements
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  })),
});

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [...lines<Typed>({ title: say.assess_title }), ...texts<Typed>({ about: say.assess_about })];
