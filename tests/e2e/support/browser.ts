// Debian's Chromium, and the people who sit before it.
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Person } from './people.ts';
import type { Lomwong } from './server.ts';

// Without the flags against background traffic the browser looks for its maker's hosts at every start. Its microphone hums.
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --use-fake-device-for-media-stream';

/** The same server under a name that no browser trusts without https, as it does 127.0.0.1. */
export const plainHost = 'plain.test';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['LOMWONG_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...flags.split(' '), `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`],
  });

export type Screen = { language: 'th' | 'en'; width: 360 | 1280; theme: 'light' | 'dark'; text?: 'large' };
export const phone: Screen = { language: 'th', width: 360, theme: 'light' };
export const desk: Screen = { language: 'th', width: 1280, theme: 'light' };

export const screens: Screen[] = (['th', 'en'] as const).flatMap((language) =>
  ([360, 1280] as const).flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ language, width, theme }))),
);

export const nameOf = (screen: Screen) => `${screen.language}-${screen.width}-${screen.theme}`;

export async function sitDown(browser: Browser, server: Pick<Lomwong, 'url'>, screen: Screen): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.width === 360 ? 780 : 900 },
    locale: screen.language === 'th' ? 'th-TH' : 'en-GB',
    colorScheme: screen.theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Bangkok',
    baseURL: server.url,
  });
  const cookies = { lomwong_language: screen.language, ...(screen.text ? { lomwong_text: screen.text } : {}) };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: server.url })));
  return context;
}

/** Nobody may meet an error in the console, not even one that does not show. A 401 for "who am I" is an answer, not an error. */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  return errors;
}

/** Opens a page and waits until nothing is being loaded into it any more. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('#content h1, #content h2').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Turns an opened page to another look as a person does, without loading it again. It is drawn in its whole height: nothing is hidden below a bar. */
export async function turn(page: Page, { language, width, theme }: Screen): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    await page.setViewportSize({ width: desk.width, height: 900 });
    const again = page.waitForResponse('**/api/site');
    await page.locator(`button[lang=${language}]:visible`).first().click();
    await again;
    await page.waitForTimeout(100); // for what was asked beside it
  }
  await page.setViewportSize({ width, height: 800 });
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
}

/** The person's own browser, signed in. */
export async function signIn(context: BrowserContext, { login, password }: Person): Promise<void> {
  const reply = await context.request.post('/api/session', { data: { login, password } });
  if (!reply.ok()) throw new Error(`${login} could not sign in: ${await reply.text()}`);
}

/** Until the service worker rules the page, a page opened without a network is the browser's own error. */
export async function isInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
}
