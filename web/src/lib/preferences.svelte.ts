// Theme and text size: remembered in cookies, put on <html> by start.js before the first paint.
import { cookie } from './cookie.ts';

export type Theme = 'light' | 'dark' | 'system';

const root = () => document.documentElement;
const darkSystem = () => matchMedia('(prefers-color-scheme: dark)');

export const preferences = $state<{ theme: Theme; large: boolean }>({
  theme: (cookie.get('lomwong_theme') as Theme | undefined) || 'system',
  large: root().dataset['text'] === 'large',
});

export function useTheme(theme: Theme): void {
  preferences.theme = theme;
  cookie.set('lomwong_theme', theme === 'system' ? '' : theme);
  showTheme();
}

function showTheme(): void {
  const dark = preferences.theme === 'system' ? darkSystem().matches : preferences.theme === 'dark';
  root().dataset['theme'] = dark ? 'dark' : 'light';
}

export function useLargeText(large: boolean): void {
  preferences.large = large;
  cookie.set('lomwong_text', large ? 'large' : '');
  if (large) root().dataset['text'] = 'large';
  else delete root().dataset['text'];
}

export function followSystemTheme(): () => void {
  const system = darkSystem();
  system.addEventListener('change', showTheme);
  return () => system.removeEventListener('change', showTheme);
}
