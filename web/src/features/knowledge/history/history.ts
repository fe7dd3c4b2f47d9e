// How an item became what it is.
import * as say from '#say';
import { api, ask, ifMatch } from '#lib/api.ts';
import type { components } from '#api/generated/paths.gen.ts';
import type { Item } from '../types.ts';

export type Step = components['schemas']['records.Step'];
export type Difference = components['schemas']['records.Difference'];

export const listSteps = (record: number): Promise<Step[]> =>
  ask(api.GET('/api/records/{record}/history', { params: { path: { record: String(record) } } }));

export const compare = (record: number, from: number, to: number): Promise<Difference[]> =>
  ask(api.GET('/api/records/{record}/history/compare', { params: { path: { record: String(record) }, query: { from, to } } }));

/** The older text becomes the newest version; whoever was quicker is not overwritten (412). */
export const bringBack = ({ record }: Item, version: number): Promise<Item> =>
  ask(
    api.PUT('/api/knowledge/{item}/version', {
      params: { path: { item: String(record.number) }, header: ifMatch(record.version) },
      body: { version },
    }),
  );

const actions: Record<string, () => string> = {
  'knowledge.item_made': say.knowledge_step_made,
  'knowledge.item_imported': say.knowledge_step_imported,
  'knowledge.item_changed': say.knowledge_step_changed,
  'records.sent_to_review': say.knowledge_step_review,
  'records.published': say.knowledge_step_published,
  'records.sent_back': say.knowledge_step_sent_back,
  'records.withdrawn': say.knowledge_step_withdrawn,
  'records.deleted': say.knowledge_step_deleted,
  'records.restored': say.knowledge_step_restored,
};
export const actionOf = (step: Step): string => (actions[step.action] ?? say.knowledge_step_other)();

const fields: Record<string, () => string> = {
  title: say.knowledge_title,
  title_en: say.knowledge_title_en,
  summary: say.knowledge_summary,
  body: say.knowledge_body,
  tags: say.knowledge_tags,
  licence: say.knowledge_licence,
  credit: say.knowledge_credit,
  source: say.knowledge_source,
  sections: say.knowledge_sections,
  files: say.knowledge_files,
  kind: say.knowledge_kind,
  series: say.knowledge_series,
  happened_on: say.knowledge_happened_on,
  area: say.knowledge_area,
};
/** "/sections/2/body" is about the sections. */
export const fieldOf = (pointer: string): string => (fields[pointer.split('/')[1] ?? ''] ?? say.knowledge_other_field)();
