import { openFigure } from '#features/goals/view/see.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ opened: await orErrorPage(openFigure(params.indicator, params.area, params.period)) });
