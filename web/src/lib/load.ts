// For the load function of a page: what the server refuses becomes the error page, in the person's words; and whoever opens a page that is
// for people who are signed in comes by way of signing in.
import { error, redirect } from '@sveltejs/kit';
import { Problem, Unreachable } from './problem.ts';
import { canAsk } from './viewer.svelte.ts';
import * as say from '#say';

export async function orErrorPage<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (caught) {
    if (caught instanceof Problem && caught.status === 401 && !canAsk())
      redirect(307, `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
    if (caught instanceof Problem) error(caught.status >= 400 ? caught.status : 500, { message: caught.message, detail: caught.detail });
    if (caught instanceof Unreachable) error(503, { message: say.ui_unreachable(), detail: say.ui_not_kept_here() });
    throw caught;
  }
}
