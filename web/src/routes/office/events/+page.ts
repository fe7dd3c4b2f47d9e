import { listEvents, type EventsWanted } from '#features/office/office.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const wanted: EventsWanted = {};
  const action = url.searchParams.get('action');
  const [actor, record] = [url.searchParams.get('actor'), url.searchParams.get('record')].map(Number);
  if (action) wanted.action = action;
  if (actor) wanted.actor = actor;
  if (record) wanted.record = record;
  return { wanted, first: await orErrorPage(listEvents(wanted)) };
}
