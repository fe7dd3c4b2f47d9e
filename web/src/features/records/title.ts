import { thai } from '#lib/say/language.svelte.ts';

/** In the reader's language, as far as somebody has written it. */
export const titleOf = (record: { title: string; title_en: string }): string => (thai() ? record.title : record.title_en || record.title);
