// A wish was said here: the goal that it becomes is traced to this session.
import { redirect } from '@sveltejs/kit';

export async function load({ parent }) {
  const { record } = (await parent()).session;
  redirect(307, `/goals/new?from=${record.id}${record.area_id ? `&area=${record.area_id}` : ''}`);
}
