// Where tables of open data are taken from.
import type { Level } from '../types.ts';

const query = (indicator: string, level: Level) => `indicator=${encodeURIComponent(indicator)}&level=${level}`;

export const csvOf = (indicator: string, level: Level) => `/api/open/figures?${query(indicator, level)}`;
export const sdmxOf = (indicator: string, level: Level) => `${csvOf(indicator, level)}&format=sdmx`;
export const columnsOf = (indicator: string, level: Level) => `/api/open/metadata?${query(indicator, level)}`;

export const catalogue = '/api/open/catalogue';
/** Columns and codes of the tables of SDMX. */
export const structure = '/api/open/sdmx/structure/dataflow/LOMWONG/INDICATORS/~?references=all';
export const analytics = '/api/analytics?dimension=dx:…&dimension=pe:2564;2565&dimension=ou:TH;LEVEL-3&dimension=co';
