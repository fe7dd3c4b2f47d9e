// What every story begins with: a server with the example localities, a browser, and an end that leaves nothing behind.
import { after, before } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, phone, signIn, sitDown, type Screen } from './browser.ts';
import type { Person } from './people.ts';
import { Lomwong } from './server.ts';

export class Stage {
  server!: Lomwong;
  browser!: Browser;

  constructor() {
    before(async () => {
      [this.server, this.browser] = await Promise.all([Lomwong.start(), openBrowser()]);
    });
    after(async () => {
      await this.browser?.close();
      await this.server?.stop();
    });
  }

  async guest(screen: Screen = phone): Promise<Page> {
    return (await sitDown(this.browser, this.server, screen)).newPage();
  }

  async person(person: Person, screen: Screen = phone): Promise<Page & { context(): BrowserContext }> {
    const context = await sitDown(this.browser, this.server, screen);
    await signIn(context, person);
    return context.newPage();
  }
}

/** A session planned for today in the first circle of the examples; its address. */
export async function planToday(page: Page, title: string): Promise<string> {
  const circles = (await (await page.request.get('/api/circles?limit=1')).json()) as { items: { number: number }[] };
  const date = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
  const reply = await page.request.post(`/api/circles/${circles.items[0]!.number}/sessions`, {
    data: { title, date, agenda: [] },
  });
  if (!reply.ok()) throw new Error(await reply.text());
  return ((await reply.json()) as { address: string }).address;
}
