// Which language the page speaks. Every message reads it, so switching redraws the page where it stands, without a reload.
import { cookie } from '../cookie.ts';

export type Language = 'th' | 'en';
export type Shown = string | number;

const state = $state<{ now: Language }>({ now: remembered() });

/** start.js has already put the remembered language on <html> before the first paint. */
function remembered(): Language {
  return typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'th';
}

export const language = (): Language => state.now;
export const thai = (): boolean => state.now === 'th';

/** Whether somebody chose one in this browser; else it stands as it came. */
export const chosenHere = (): boolean => cookie.get('lomwong_language') !== undefined;

export function speak(next: Language): void {
  state.now = next;
  document.documentElement.lang = next;
  cookie.set('lomwong_language', next);
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** Numbers inside messages carry thousands separators; a year is passed as text. */
export const show = (value: Shown): string => (typeof value === 'number' ? numbers.format(value) : value);

type SaidHere = { word: string; th: string; en: string };

const here = $state<{ words: Record<string, SaidHere> }>({ words: {} });

/** What this installation says in words of its own, instead of the messages of these names. */
export function sayHere(words: SaidHere[]): void {
  here.words = Object.fromEntries(words.map((said) => [said.word, said]));
}

export const saidHere = (word: string): string | undefined => here.words[word]?.[state.now];
