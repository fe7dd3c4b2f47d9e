import { getCircle, listSessions, listTopics } from '#features/circles/circles.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const circle = await orErrorPage(getCircle(params.circle));
  const [sessions, topics] = await orErrorPage(Promise.all([listSessions(circle.record.id), listTopics(params.circle)]));
  return { circle, sessions, topics };
}
