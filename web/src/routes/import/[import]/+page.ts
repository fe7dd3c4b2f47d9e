import { getImport } from '#features/imports/imports.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  return { reply: await orErrorPage(getImport(params.import)) };
}
