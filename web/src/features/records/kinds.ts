// What a record is, in a word and a picture. A feature with records of its own adds its line here.
import * as say from '#say';
import type { IconName } from '#ui/icons.ts';

type Kind = { name: () => string; icon: IconName };

const kinds: Record<string, Kind> = {
  circle: { name: say.records_kind_circle, icon: 'circle' },
  session: { name: say.records_kind_session, icon: 'calendar' },
  topic: { name: say.records_kind_topic, icon: 'quote' },
  method: { name: say.records_kind_method, icon: 'book' },
  knowledge: { name: say.records_kind_knowledge, icon: 'book' },
  organisation: { name: say.records_kind_organisation, icon: 'people' },
  person: { name: say.records_kind_person, icon: 'person' },
  indicator: { name: say.records_kind_indicator, icon: 'chart' },
  indicator_set: { name: say.records_kind_indicator_set, icon: 'chart' },
  indicator_proposal: { name: say.records_kind_indicator_proposal, icon: 'chart' },
  goal: { name: say.records_kind_goal, icon: 'target' },
  dashboard: { name: say.records_kind_dashboard, icon: 'chart' },
  hand_count: { name: say.records_kind_hand_count, icon: 'people' },
  series: { name: say.records_kind_series, icon: 'book' },
  area_profile: { name: say.records_kind_area_profile, icon: 'place' },
  timeline_entry: { name: say.records_kind_timeline_entry, icon: 'clock' },
  assessment: { name: say.records_kind_assessment, icon: 'person' },
  local_day: { name: say.records_kind_local_day, icon: 'calendar' },
  area: { name: say.records_kind_area, icon: 'place' },
};

export const kindOf = (kind: string): Kind => kinds[kind] ?? { name: say.records_kind_other, icon: 'all' };
