// Every page of the product, with a record of the example localities to look at. A page that is added here is walked, measured and photographed.
import { administrator, facilitator, type Person } from './people.ts';
import type { Lomwong } from './server.ts';

export type Shown = { name: string; path: string; as: 'guest' | 'facilitator' };

type Card = { address: string; kind: string };

async function newest(server: Lomwong, kind: string, cookie = ''): Promise<string | undefined> {
  const reply = await fetch(`${server.url}/api/records?kind=${kind}&limit=1`, { headers: { Cookie: cookie } });
  return ((await reply.json()) as { items: Card[] }).items[0]?.address;
}

/** The newest that the person may edit: whoever opens another's edit page reads that they may not. */
async function editable(server: Lomwong, kind: string, cookie: string): Promise<string | undefined> {
  const headers = { Cookie: cookie };
  const { items } = (await (await fetch(`${server.url}/api/records?kind=${kind}&limit=100`, { headers })).json()) as { items: Card[] };
  for (const { address } of items) {
    const reply = await fetch(`${server.url}/api${address}`, { headers });
    if (reply.ok && ((await reply.json()) as { rights?: { edit: boolean } }).rights?.edit) return address;
  }
  return undefined;
}

async function recorded(server: Lomwong): Promise<string | undefined> {
  const reply = await fetch(`${server.url}/api/sessions?state=held&limit=1`);
  return reply.ok ? ((await reply.json()) as Card[])[0]?.address : undefined;
}

/** A day that used methods and small groups. */
async function assistedDay(server: Lomwong): Promise<string | undefined> {
  const { items } = (await (await fetch(`${server.url}/api/circles?kind=peer_assist&limit=1`)).json()) as { items: { id: number }[] };
  const reply = await fetch(`${server.url}/api/sessions?state=held&limit=1&circle=${items[0]?.id}`);
  return reply.ok ? ((await reply.json()) as Card[])[0]?.address : undefined;
}

async function twoCases(server: Lomwong): Promise<number[]> {
  const reply = await fetch(`${server.url}/api/knowledge?kind=case&limit=2`);
  return ((await reply.json()) as { items: { card: { number: number } }[] }).items.map(({ card }) => card.number);
}

const posted = (server: Lomwong, path: string, body: object, cookie = '') =>
  fetch(server.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie }, body: JSON.stringify(body) });

/** The page of an invitation that nobody has followed yet. */
async function invitation(server: Lomwong, cookie: string): Promise<string> {
  const reply = await posted(server, '/api/invitations', { name: 'มาใหม่ ใจงาม', administrator: false }, cookie);
  return ((await reply.json()) as { path: string }).path;
}

/** The page that a chat group is sent to, of a session that is planned. */
async function groupLink(server: Lomwong, cookie: string): Promise<string | undefined> {
  const planned = (await (await fetch(`${server.url}/api/sessions?state=planned&mine=true&limit=1`, { headers: { Cookie: cookie } })).json()) as Card[];
  if (!planned[0]) return undefined;
  const reply = await posted(server, `/api${planned[0].address}/group-links`, {}, cookie);
  return reply.ok ? ((await reply.json()) as { path: string }).path : undefined;
}

/** The page on which those who came say how it was, without an account. */
async function feedbackLink(server: Lomwong, cookie: string): Promise<string | undefined> {
  const held = (await (await fetch(`${server.url}/api/sessions?state=held&mine=true&limit=1`, { headers: { Cookie: cookie } })).json()) as Card[];
  const reply = held[0] && (await posted(server, `/api${held[0].address}/feedback/link`, {}, cookie));
  return reply?.ok ? ((await reply.json()) as { path: string }).path : undefined;
}

async function signedIn(server: Lomwong, { login, password }: Person = facilitator): Promise<string> {
  const reply = await posted(server, '/api/session', { login, password });
  return reply.headers.getSetCookie()[0]!.split(';')[0]!;
}

type Room = { code: string; state: { asks: { id: number }[] } };

/** A session of today whose room is open, with a count that is shown while hands go up; its page, and the code. */
async function openRoom(server: Lomwong, cookie: string): Promise<{ session: string; code: string }> {
  const circle = await newest(server, 'circle', cookie);
  const planned = { title: 'วงที่เปิดห้องอยู่', date: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' }), agenda: [] };
  const { address } = (await (await posted(server, `/api${circle}/sessions`, planned, cookie)).json()) as Card;
  const { code } = (await (await posted(server, `/api${address}/room`, {}, cookie)).json()) as Room;
  const question = { kind: 'count', question: 'ปลอดภัยแค่ไหนเมื่อเดินกลับบ้านตอนค่ำ', live: true };
  const { state } = (await (await posted(server, `/api${address}/room/asks`, question, cookie)).json()) as Room;
  const headers = { 'Content-Type': 'application/json', Cookie: cookie };
  const put = (path: string, body: string) =>
    fetch(`${server.url}/api${address}/room/asks/${state.asks[0]!.id}${path}`, { method: 'PUT', headers, body });
  await put('', '{"state":"open"}');
  await put('/counted', '{"hands":[2,5,14,28,12]}');
  return { session: address, code };
}

/** A count of a village that goes on, with some hands up; its page. */
async function openCount(server: Lomwong): Promise<string> {
  const cookie = await signedIn(server, administrator);
  const { items } = (await (await fetch(`${server.url}/api/organisations?limit=1`)).json()) as { items: { id: number }[] };
  const { area } = (await (await fetch(`${server.url}/api/areas/71091102`)).json()) as { area: { id: number } };
  const form = { owner: items[0]!.id, area: area.id, year: 2024, present: 60, set: 'village_happiness', groups: ['หญิง', 'ชาย'] };
  const counted = [{ code: 'happy_health' }, { code: 'happy_economy' }];
  const { address } = (await (await posted(server, '/api/counts', { ...form, items: counted }, cookie)).json()) as Card;
  const headers = { 'Content-Type': 'application/json', Cookie: cookie };
  for (const [i, hands] of [2, 5, 14, 27, 12].entries())
    await fetch(`${server.url}/api${address}/items/0/groups/0/levels/${i + 1}`, { method: 'PUT', headers, body: JSON.stringify({ hands }) });
  return address;
}

/** A circle of the examples that passed an issue to the one above it, and the session from which it did. */
async function passedOn(server: Lomwong): Promise<{ circle: string; session: string } | undefined> {
  const { items } = (await (await fetch(`${server.url}/api/circles?kind=story_circle&limit=100`)).json()) as { items: Card[] };
  for (const { address } of items) {
    const { threads } = (await (await fetch(`${server.url}/api${address}/tree`)).json()) as {
      threads: { steps: { session?: Card }[] }[];
    };
    const session = threads[0]?.steps[0]?.session;
    if (session) return { circle: address, session: session.address };
  }
  return undefined;
}

/** A circle of the examples whose hosts take turns. */
async function inTurns(server: Lomwong): Promise<string | undefined> {
  const { items } = (await (await fetch(`${server.url}/api/circles?limit=100`)).json()) as { items: (Card & { title: string })[] };
  return items.find(({ title }) => title === 'วงคนทำงานเจ็ดหน่วยงาน')?.address;
}

/** Goals of the examples: the main one of many tambons, and one of its parts. */
async function goals(server: Lomwong): Promise<{ main: string; part: string } | undefined> {
  const { items } = (await (await fetch(`${server.url}/api/goals?limit=100`)).json()) as { items: (Card & { id: number; parent_id: number; counted: number })[] };
  const part = items.find(({ parent_id, counted }) => parent_id && counted);
  const main = items.find(({ id }) => id === part?.parent_id);
  return part && main && { main: main.address, part: part.address };
}

/** Indicators that were proposed for a goal of the examples: one that is open, one that was accepted, one that was refused. */
async function proposals(server: Lomwong): Promise<Partial<Record<string, string>>> {
  const goal = await goals(server);
  if (!goal) return {};
  const found = (await (await fetch(`${server.url}/api${goal.part}/proposals`)).json()) as { address: string; standing: string }[];
  return Object.fromEntries(found.map(({ address, standing }) => [standing, address]));
}

export async function pagesOf(server: Lomwong): Promise<Shown[]> {
  const cookie = await signedIn(server);
  const [circle, session, topic, knowledge, series, organisation, person, welcome, assisted, cases, room, group, rotating, set, passing, goal, assessment, counting, ownTopic, after, proposed] = await Promise.all([
    newest(server, 'circle'),
    recorded(server),
    newest(server, 'topic'),
    newest(server, 'knowledge'),
    newest(server, 'series'),
    newest(server, 'organisation'),
    newest(server, 'person', cookie),
    invitation(server, cookie),
    assistedDay(server),
    twoCases(server),
    openRoom(server, cookie),
    groupLink(server, cookie),
    inTurns(server),
    newest(server, 'indicator_set'),
    passedOn(server),
    goals(server),
    newest(server, 'assessment'),
    openCount(server),
    editable(server, 'topic', cookie),
    feedbackLink(server, cookie),
    proposals(server),
  ]);
  const guest = { as: 'guest' } as const;
  const working = { as: 'facilitator' } as const;
  const pages = [
    { name: 'home', path: '/', ...guest },
    { name: 'home-signed-in', path: '/', ...working },
    { name: 'all', path: '/all', ...guest },
    { name: 'circles', path: '/circles', ...guest },
    { name: 'circles-year', path: '/circles/calendar', ...guest },
    { name: 'circles-participation', path: '/circles/participation', ...guest },
    { name: 'circle', path: circle, ...guest },
    { name: 'circle-signed-in', path: circle, ...working },
    { name: 'circle-new', path: '/circles/new', ...working },
    { name: 'circle-edit', path: circle && `${circle}/edit`, ...working },
    { name: 'circle-team', path: circle && `${circle}/team`, ...working },
    { name: 'capture', path: '/capture', ...working },
    { name: 'circle-capture', path: circle && `${circle}/capture`, ...working },
    { name: 'circle-rhythm', path: circle && `${circle}/rhythm`, ...guest },
    { name: 'circle-rhythm-signed-in', path: circle && `${circle}/rhythm`, ...working },
    { name: 'circle-book', path: circle && `${circle}/book`, ...guest },
    { name: 'circle-follow', path: circle && `${circle}/follow`, ...working },
    { name: 'circle-turns', path: rotating && `${rotating}/turns`, ...guest },
    { name: 'circle-turns-signed-in', path: rotating && `${rotating}/turns`, ...working },
    { name: 'circle-life', path: circle && `${circle}/life`, ...guest },
    { name: 'circle-agreements', path: circle && `${circle}/agreements`, ...guest },
    { name: 'circle-agreements-signed-in', path: circle && `${circle}/agreements`, ...working },
    { name: 'circle-assessments', path: circle && `${circle}/assessments`, ...guest },
    { name: 'circle-assessment-new', path: circle && `${circle}/assessments/new`, ...working },
    { name: 'assessment', path: assessment, ...guest },
    { name: 'assessment-signed-in', path: assessment, ...working },
    { name: 'assessment-edit', path: assessment && `${assessment}/edit`, ...working },
    { name: 'circle-tree', path: passing && `${passing.circle}/tree`, ...guest },
    { name: 'circle-tree-signed-in', path: circle && `${circle}/tree`, ...working },
    { name: 'session-plan', path: circle && `${circle}/plan`, ...working },
    { name: 'session', path: session, ...guest },
    { name: 'session-record', path: session && `${session}/record`, ...working },
    { name: 'session-consents', path: session && `${session}/consents`, ...working },
    { name: 'session-minutes', path: session && `${session}/minutes`, ...working },
    { name: 'session-issues', path: passing && `${passing.session}/issues`, ...guest },
    { name: 'session-participation', path: session && `${session}/participation`, ...working },
    { name: 'session-feedback', path: session && `${session}/feedback`, ...guest },
    { name: 'session-feedback-signed-in', path: session && `${session}/feedback`, ...working },
    { name: 'session-edit', path: session && `${session}/edit`, ...working },
    { name: 'session-papers', path: session && `${session}/papers`, ...working },
    { name: 'session-print', path: session && `${session}/print`, ...guest },
    { name: 'session-methods', path: assisted && `${assisted}/methods`, ...guest },
    { name: 'session-methods-signed-in', path: session && `${session}/methods`, ...working },
    { name: 'session-groups', path: assisted && `${assisted}/groups`, ...guest },
    { name: 'session-groups-signed-in', path: session && `${session}/groups`, ...working },
    { name: 'session-groups-screen', path: assisted && `${assisted}/groups/screen`, ...guest },
    { name: 'methods', path: '/methods', ...guest },
    { name: 'method', path: '/methods/peer_assist', ...guest },
    { name: 'method-print', path: '/methods/peer_assist/print', ...guest },
    { name: 'method-new', path: '/methods/new?from=peer_assist', ...working },
    { name: 'room', path: `${room.session}/room`, ...working },
    { name: 'room-kept', path: session && `${session}/room`, ...working },
    { name: 'room-screen', path: `${room.session}/screen`, ...working },
    { name: 'room-join', path: '/r', ...guest },
    { name: 'room-phone', path: `/r/${room.code}`, ...guest },
    { name: 'session-share', path: session && `${session}/share`, ...working },
    { name: 'session-gifts', path: session && `${session}/gifts`, ...working },
    { name: 'group-link', path: group, ...guest },
    { name: 'feedback-link', path: after, ...guest },
    { name: 'topic', path: topic, ...guest },
    { name: 'topic-signed-in', path: topic, ...working },
    { name: 'topic-edit', path: ownTopic && `${ownTopic}/edit`, ...working },
    { name: 'topic-print', path: topic && `${topic}/print`, ...guest },
    { name: 'knowledge', path: '/knowledge', ...guest },
    { name: 'knowledge-item', path: knowledge, ...guest },
    { name: 'knowledge-new', path: '/knowledge/new', ...working },
    { name: 'knowledge-edit', path: knowledge && `${knowledge}/edit`, ...working },
    { name: 'knowledge-history', path: knowledge && `${knowledge}/history`, ...working },
    { name: 'knowledge-print', path: knowledge && `${knowledge}/print`, ...guest },
    { name: 'knowledge-compare', path: `/knowledge/cases/compare?items=${cases.join(',')}`, ...guest },
    { name: 'series', path: series, ...guest },
    { name: 'organisations', path: '/organisations', ...guest },
    { name: 'organisation', path: organisation, ...guest },
    { name: 'organisation-signed-in', path: organisation, ...working },
    { name: 'organisation-new', path: '/organisations/new', ...working },
    { name: 'organisation-edit', path: organisation && `${organisation}/edit`, ...working },
    { name: 'organisation-papers', path: organisation && `${organisation}/papers`, ...working },
    { name: 'organisation-facilitators', path: organisation && `${organisation}/facilitators`, ...working },
    { name: 'organisation-assessments', path: organisation && `${organisation}/assessments`, ...working },
    { name: 'organisation-assessment-new', path: organisation && `${organisation}/assessments/new`, ...working },
    { name: 'organisation-follow', path: organisation && `${organisation}/follow`, ...guest },
    { name: 'people', path: '/people', ...working },
    { name: 'person-new', path: '/people/new', ...working },
    { name: 'person', path: person, ...working },
    { name: 'person-edit', path: person && `${person}/edit`, ...working },
    { name: 'areas', path: '/areas', ...guest },
    { name: 'area', path: '/areas/800121', ...guest },
    { name: 'area-signed-in', path: '/areas/800121', ...working },
    { name: 'area-edit', path: '/areas/800121/edit', ...working },
    { name: 'area-event', path: '/areas/800121/timeline/new', ...working },
    { name: 'area-sheet', path: '/areas/800121/sheet', ...guest },
    { name: 'area-calendar', path: '/areas/800121/calendar', ...guest },
    { name: 'area-calendar-signed-in', path: '/areas/800121/calendar', ...working },
    { name: 'area-calendar-day', path: '/areas/800121/calendar/new', ...working },
    { name: 'area-calendar-follow', path: '/areas/800121/calendar/follow', ...guest },
    { name: 'area-participation', path: '/areas/th/participation', ...guest },
    { name: 'area-follow', path: '/areas/800121/follow', ...guest },
    { name: 'indicators', path: '/indicators', ...guest },
    { name: 'open-data', path: '/open-data', ...guest },
    { name: 'indicator', path: '/indicators/saving_monthly', ...guest },
    { name: 'indicator-score', path: '/indicators/happy_family', ...guest },
    { name: 'area-situation', path: '/areas/710911/situation', ...guest },
    { name: 'area-situation-sheet', path: '/areas/710911/situation/sheet', ...guest },
    { name: 'figure', path: '/figures/saving_monthly/710911/2025', ...guest },
    { name: 'figures-map', path: '/figures/map?area=7109&indicator=saving_monthly', ...guest },
    { name: 'figures-map-nation', path: '/figures/map', ...guest },
    { name: 'figures-map-villages', path: '/figures/map?area=710911&indicator=saving_monthly', ...guest },
    { name: 'figure-counted', path: '/figures/circle_sessions/th/2024', ...guest },
    { name: 'area-situation-circles', path: '/areas/800121/situation', ...guest },
    { name: 'indicator-counted', path: '/indicators/circle_kept', ...guest },
    { name: 'indicator-new', path: '/indicators/new', ...working },
    { name: 'indicator-edit', path: '/indicators/saving_monthly/edit', ...working },
    { name: 'indicator-rule', path: '/indicators/saving_monthly/check-rule', ...working },
    { name: 'figures-enter', path: '/figures/enter?area=710911&period=2568&indicators=saving_monthly,thrift_5', ...working },
    { name: 'figures-check', path: '/figures/check', ...working },
    { name: 'figures-keepers', path: '/figures/keepers', ...working },
    { name: 'indicator-sets', path: '/indicators/sets', ...guest },
    { name: 'indicator-set', path: '/indicators/sets/bmn_2560', ...guest },
    { name: 'indicator-set-report', path: '/indicators/sets/bmn_2560/report?area=71', ...guest },
    { name: 'indicator-set-named', path: '/indicators/sets/nine_slots', ...guest },
    { name: 'indicator-set-adopt', path: '/indicators/sets/new?base=village_happiness', ...working },
    { name: 'indicator-set-edit', path: set && `${set}/edit`, ...working },
    { name: 'proposal', path: proposed['voted'], ...guest },
    { name: 'proposal-signed-in', path: proposed['voted'], ...working },
    { name: 'proposal-accepted', path: proposed['adopted'], ...guest },
    { name: 'proposal-refused', path: proposed['not_adopted'], ...guest },
    { name: 'proposal-new', path: goal && `/indicators/proposals/new?goal=${goal.part.split('/').pop()}`, ...working },
    { name: 'goals', path: '/goals', ...guest },
    { name: 'goal-main', path: goal?.main, ...guest },
    { name: 'goal', path: goal?.part, ...guest },
    { name: 'goal-signed-in', path: goal?.part, ...working },
    { name: 'goal-board', path: goal && `${goal.part}/board`, ...guest },
    { name: 'goal-board-signed-in', path: goal && `${goal.part}/board`, ...working },
    { name: 'goal-new', path: '/goals/new', ...working },
    { name: 'goal-edit', path: goal && `${goal.part}/edit`, ...working },
    { name: 'dashboards', path: '/dashboards', ...guest },
    { name: 'dashboard', path: '/dashboards/1', ...guest },
    { name: 'dashboard-new', path: '/dashboards/new', ...working },
    { name: 'dashboard-edit', path: '/dashboards/1/edit', ...working },
    { name: 'dashboard-versions', path: '/dashboards/1/versions', ...working },
    { name: 'count', path: '/counts/3', ...guest },
    { name: 'count-hall', path: counting, ...working },
    { name: 'count-wall', path: `${counting}/wall`, ...guest },
    { name: 'count-new', path: '/counts/new?set=village_happiness', ...working },
    { name: 'search', path: '/search?q=' + encodeURIComponent('แยกขยะ'), ...guest },
    { name: 'sign-in', path: '/sign-in', ...guest },
    { name: 'forgotten', path: '/reset', ...guest },
    { name: 'confirm-email', path: '/confirm-email/0', ...guest },
    { name: 'me', path: '/me', ...working },
    { name: 'office', path: '/office', ...working },
    { name: 'office-people', path: '/office/people', ...working },
    { name: 'office-jobs', path: '/office/jobs', ...working },
    { name: 'office-mail', path: '/office/mail', ...working },
    { name: 'office-events', path: '/office/events', ...working },
    { name: 'office-settings', path: '/office/settings', ...working },
    { name: 'office-settings-words', path: '/office/settings?of=words', ...working },
    { name: 'office-settings-comments', path: '/office/settings?of=moderation', ...working },
    { name: 'office-settings-reports', path: '/office/settings?of=reporting', ...working },
    { name: 'office-areas', path: '/office/areas', ...working },
    { name: 'office-holidays', path: '/office/holidays', ...working },
    { name: 'me-feeds', path: '/me/feeds', ...working },
    { name: 'second-step', path: '/me/second-step', ...working },
    { name: 'comments-waiting', path: '/comments', ...working },
    { name: 'concerns', path: '/concerns', ...working },
    { name: 'welcome', path: welcome, ...guest },
    { name: 'import', path: '/import', ...working },
    { name: 'import-places', path: '/import/places', ...working },
    { name: 'import-organisations', path: '/import/organisations', ...working },
    { name: 'import-people', path: '/import/people', ...working },
    { name: 'import-values', path: '/import/values', ...working },
    { name: 'import-boundaries', path: '/import/boundaries', ...working },
    { name: 'missing', path: '/circles/999999', ...guest },
  ];
  return pages.filter((page): page is Shown => page.path !== undefined);
}
