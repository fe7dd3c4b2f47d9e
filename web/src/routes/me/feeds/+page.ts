import { listOwnLinks } from '#features/channels/own/own-links.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ links: await orErrorPage(listOwnLinks()) });
