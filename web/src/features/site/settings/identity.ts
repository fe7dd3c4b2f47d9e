// The name of the installation as it is typed: what may be left out is an empty text until it is sent.
import type { Identity } from './settings.ts';

export type Typed = Identity & { short_name: string; short_name_en: string };

export const fromIdentity = ({ short_name = '', short_name_en = '', ...rest }: Identity): Typed =>
  structuredClone({ ...rest, short_name, short_name_en });

export const toIdentity = ({ short_name, short_name_en, ...rest }: Typed): Identity => ({
  ...rest,
  ...(short_name.trim() ? { short_name } : {}),
  ...(short_name_en.trim() ? { short_name_en } : {}),
});
