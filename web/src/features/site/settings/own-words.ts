// The words that differ from office to office, as they are typed: one that is left empty in both languages is said as it comes.
import * as say from '#say';
import type { OwnWords } from './settings.ts';

type Word = OwnWords['words'][number]['word'];
export type Differing = Exclude<Word, 'frame_brand' | 'home_what'>;
export type Typed = Record<Differing, { th: string; en: string }>;

/** What each is where it comes from, and where it stands. */
export const differing: Record<Differing, () => string> = {
  frame_circles: say.site_word_circles,
  frame_knowledge: say.site_word_knowledge,
  frame_organisations: say.site_word_organisations,
  frame_areas: say.site_word_areas,
  circles_kind_deliberation: say.site_word_deliberation,
  circles_kind_forum: say.site_word_forum,
  people_type_subdistrict_administration: say.site_word_administration,
  people_type_subdistrict_municipality: say.site_word_municipality,
};
const all = Object.keys(differing) as Differing[];

export function fromWords({ words }: OwnWords): Typed {
  const said = (name: Differing) => words.find(({ word }) => word === name);
  return Object.fromEntries(all.map((name) => [name, { th: said(name)?.th ?? '', en: said(name)?.en ?? '' }])) as Typed;
}

const filled = (typed: Typed) => all.filter((name) => typed[name].th.trim() || typed[name].en.trim());

export const toWords = (typed: Typed): OwnWords => ({ words: filled(typed).map((word) => ({ word, ...typed[word] })) });

/** Where the server names a field of this word. */
export const pointerOf = (typed: Typed, name: Differing, language: 'th' | 'en'): string =>
  `/words/${filled(typed).indexOf(name)}/${language}`;
