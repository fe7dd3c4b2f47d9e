// What every story begins with: a server with the example localities, a browser, and an end that leaves nothing behind.
import { after, before } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openBrowser, phone, signIn, sitDown, type Screen } from './browser.ts';
import type { Person } from './people.ts';
import { Lomwong, type Settings } from './server.ts';

export class Stage {
  server!: Lomwong;
  browser!: Browser;

  constructor(settings: Settings = {}) {
    before(async () => {
      [this.server, this.browser] = await Promise.all([Lomwong.start(settings), openBrowser()]);
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

export async function get<Reply>(page: Page, path: string): Promise<Reply> {
  const reply = await page.request.get(path);
  if (!reply.ok()) throw new Error(`GET ${path}: ${await reply.text()}`);
  return (await reply.json()) as Reply;
}

export async function post<Reply>(page: Page, path: string, data: object): Promise<Reply> {
  const reply = await page.request.post(path, { data });
  if (!reply.ok()) throw new Error(`POST ${path}: ${await reply.text()}`);
  return (await reply.json()) as Reply;
}

export type Named = { id: number; number: number; title: string; address: string };

/** A session planned for today in the first circle of the examples, or in the one that is named; its address. */
export async function planToday(page: Page, title: string, circle?: number): Promise<string> {
  const first = async () => (await get<{ items: Named[] }>(page, '/api/circles?limit=1')).items[0]!.number;
  const date = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
  const session = await post<Named>(page, `/api/circles/${circle ?? (await first())}/sessions`, { title, date, agenda: [] });
  return session.address;
}

export async function organisationCalled(page: Page, title: string): Promise<Named> {
  const { items } = await get<{ items: Named[] }>(page, '/api/organisations?text=' + encodeURIComponent(title));
  return items.find((one) => one.title === title)!;
}

export type Access = 'member' | 'contributor' | 'editor' | 'steward';

/** What an administrator does for somebody new: invites them, and says what they may do in an organisation. Gives the page of the invitation. */
export async function invite(administrator: Page, { name }: Person, organisation: Named, access: Access): Promise<string> {
  const invited = await post<{ person_id: number; path: string }>(administrator, '/api/invitations', { name, administrator: false });
  await post(administrator, `/api/organisations/${organisation.number}/members`, { person: invited.person_id, post: 'staff', access });
  return invited.path;
}

export async function accept(page: Page, invitation: string, { login, password }: Person): Promise<void> {
  await post(page, '/api/invitations/' + new URL(invitation, 'http://here').searchParams.get('invitation'), { login, password });
}

/** In a field that suggests: types, and takes the first that is offered under this name. */
export async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

/** Scrolls to what stands low on its page until it is drawn: what stands above it may grow and push it away again. */
export async function comeTo(place: Locator, drawn: Locator): Promise<void> {
  for (const until = Date.now() + 30_000; !(await drawn.isVisible()); ) {
    if (Date.now() > until) throw new Error(`nothing is drawn at ${place}`);
    await place.scrollIntoViewIfNeeded();
    await place.page().waitForTimeout(100);
  }
}
