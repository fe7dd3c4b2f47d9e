// A change as it is typed.
import type { Suggestion } from '../types.ts';
import type { ChangeForm, Kind, Municipality } from './changes.ts';

export type MadeTyped = { code: string; name: string; name_en: string };
export type PlacedTyped = { into: string; number: string };
export type Typed = {
  kind: Kind;
  holds_on: string;
  source: string;
  areas: Suggestion[];
  made: MadeTyped[];
  /** Of a split: the area goes on. */
  goesOn: boolean;
  /** Of a merge: the code of the one that takes the others in; empty: a new one. */
  takes: string;
  /** Where what lay inside goes, by its code. */
  placed: Record<string, PlacedTyped>;
  municipality: Municipality;
  name: string;
  isWhole: boolean;
};

export const emptyMade = (): MadeTyped => ({ code: '', name: '', name_en: '' });

export const emptyChange = (): Typed => ({
  kind: 'split',
  holds_on: '',
  source: '',
  areas: [],
  made: [emptyMade()],
  goesOn: false,
  takes: '',
  placed: {},
  municipality: 'subdistrict',
  name: '',
  isWhole: true,
});

/** One area changes, unless several become something together. */
export const takesMany = (kind: Kind): boolean => kind === 'merge' || kind === 'raise';

/** Whether new areas are typed, and how many there may be. */
export const makes = ({ kind, takes }: Typed): 'none' | 'one' | 'many' =>
  kind === 'raise' || (kind === 'merge' && takes) ? 'none' : kind === 'split' ? 'many' : 'one';

const filled = ({ code, name, name_en }: MadeTyped): boolean => [code, name, name_en].some((text) => text.trim() !== '');

/** An area that is renamed keeps its code: nobody types it. */
function madeOf(typed: Typed): ChangeForm['made'] {
  if (makes(typed) === 'none') return [];
  const list = makes(typed) === 'one' ? typed.made.slice(0, 1) : typed.made;
  return list.filter(filled).map(({ code, name, name_en }) => ({
    code: typed.kind === 'rename' ? (typed.areas[0]?.code ?? '') : code.trim(),
    name,
    ...(name_en.trim() ? { name_en } : {}),
  }));
}

export function toForm(typed: Typed): ChangeForm {
  const stays = typed.kind === 'split' && typed.goesOn ? typed.areas[0]?.code : typed.kind === 'merge' ? typed.takes : undefined;
  const placed = typed.kind === 'split' || typed.kind === 'merge' ? Object.entries(typed.placed) : [];
  return {
    kind: typed.kind,
    holds_on: typed.holds_on,
    source: typed.source,
    areas: typed.areas.map(({ code }) => code),
    made: madeOf(typed),
    placed: placed
      .filter(([, { into }]) => into)
      .map(([code, { into, number }]) => ({ code, into, ...(number.trim() ? { number: Number(number) } : {}) })),
    ...(stays ? { stays } : {}),
    ...(typed.kind === 'raise' ? { raised: { kind: typed.municipality, name: typed.name, is_whole: typed.isWhole } } : {}),
  };
}
