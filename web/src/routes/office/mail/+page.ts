import { getMail } from '#features/office/office.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ first: await orErrorPage(getMail()) });
