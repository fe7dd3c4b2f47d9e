import { getReport, wantedOf } from '#features/goals/report/report.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, url }) {
  const wanted = wantedOf(url.searchParams);
  return { wanted, report: await orErrorPage(getReport(params.set, wanted)) };
}
