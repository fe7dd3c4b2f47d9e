import { listMethods } from '#features/circles/methods/methods.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ methods: await orErrorPage(listMethods()) });
