// Every page of the product, with a record of the example localities to look at. A page that is added here is walked, measured and photographed.
import type { Lomwong } from './server.ts';

export type Shown = { name: string; path: string; as: 'guest' | 'facilitator' };

type Card = { address: string; kind: string };

async function newest(server: Lomwong, kind: string): Promise<string | undefined> {
  const reply = await fetch(`${server.url}/api/records?kind=${kind}&limit=1`);
  return ((await reply.json()) as { items: Card[] }).items[0]?.address;
}

async function recorded(server: Lomwong): Promise<string | undefined> {
  const reply = await fetch(`${server.url}/api/sessions?state=held&limit=1`);
  return reply.ok ? ((await reply.json()) as Card[])[0]?.address : undefined;
}

export async function pagesOf(server: Lomwong): Promise<Shown[]> {
  const [circle, session, knowledge, organisation, person] = await Promise.all([
    newest(server, 'circle'),
    recorded(server),
    newest(server, 'knowledge'),
    newest(server, 'organisation'),
    newest(server, 'person'),
  ]);
  const guest = { as: 'guest' } as const;
  const facilitator = { as: 'facilitator' } as const;
  const pages = [
    { name: 'home', path: '/', ...guest },
    { name: 'home-signed-in', path: '/', ...facilitator },
    { name: 'all', path: '/all', ...guest },
    { name: 'circles', path: '/circles', ...guest },
    { name: 'circle', path: circle, ...guest },
    { name: 'circle-signed-in', path: circle, ...facilitator },
    { name: 'circle-new', path: '/circles/new', ...facilitator },
    { name: 'circle-edit', path: circle && `${circle}/edit`, ...facilitator },
    { name: 'session-plan', path: circle && `${circle}/plan`, ...facilitator },
    { name: 'session', path: session, ...guest },
    { name: 'session-record', path: session && `${session}/record`, ...facilitator },
    { name: 'session-edit', path: session && `${session}/edit`, ...facilitator },
    { name: 'session-print', path: session && `${session}/print`, ...guest },
    { name: 'knowledge', path: '/knowledge', ...guest },
    { name: 'knowledge-item', path: knowledge, ...guest },
    { name: 'knowledge-new', path: '/knowledge/new', ...facilitator },
    { name: 'knowledge-edit', path: knowledge && `${knowledge}/edit`, ...facilitator },
    { name: 'knowledge-history', path: knowledge && `${knowledge}/history`, ...facilitator },
    { name: 'organisations', path: '/organisations', ...guest },
    { name: 'organisation', path: organisation, ...guest },
    { name: 'person', path: person, ...guest },
    { name: 'areas', path: '/areas', ...guest },
    { name: 'area', path: '/areas/800121', ...guest },
    { name: 'area-signed-in', path: '/areas/800121', ...facilitator },
    { name: 'area-edit', path: '/areas/800121/edit', ...facilitator },
    { name: 'area-event', path: '/areas/800121/timeline/new', ...facilitator },
    { name: 'area-sheet', path: '/areas/800121/sheet', ...guest },
    { name: 'import-places', path: '/import/places', ...facilitator },
    { name: 'search', path: '/search?q=' + encodeURIComponent('แยกขยะ'), ...guest },
    { name: 'sign-in', path: '/sign-in', ...guest },
    { name: 'me', path: '/me', ...facilitator },
    { name: 'import', path: '/import', ...facilitator },
    { name: 'missing', path: '/circles/999999', ...guest },
  ];
  return pages.filter((page): page is Shown => page.path !== undefined);
}
