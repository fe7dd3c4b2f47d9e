// An organisation's form: every field there and empty rather than absent, as inputs want them, and back to what the server takes.
import * as say from '#say';
import { lines, texts, whole, type Field } from '#lib/meeting.ts';
import type { Suggestion } from '#features/areas/types.ts';
import type { Organisation, OrganisationForm, OrganisationType, Sector } from '../types.ts';

export type Known = { id: number; title: string };

export type Typed = {
  name: string;
  name_en: string;
  type: OrganisationType | '';
  sector: Sector | '';
  parent: Known | undefined;
  area: Suggestion | undefined;
  code: string;
  short_name: string;
  contact: string;
  phone: string;
  email: string;
  website: string;
  purpose: string;
  since: string;
  entered_by: Known | undefined;
};

export const empty = (parent?: Known): Typed => ({
  name: '',
  name_en: '',
  type: '',
  sector: '',
  parent,
  area: undefined,
  code: '',
  short_name: '',
  contact: '',
  phone: '',
  email: '',
  website: '',
  purpose: '',
  since: '',
  entered_by: parent,
});

export const fromOrganisation = ({ record, organisation, parent }: Organisation, area: Suggestion | undefined): Typed => ({
  name: record.title,
  name_en: record.title_en,
  type: organisation.type,
  sector: organisation.sector,
  parent: parent && { id: parent.id, title: parent.title },
  area,
  code: organisation.code ?? '',
  short_name: organisation.short_name,
  contact: organisation.contact,
  phone: organisation.phone,
  email: organisation.email,
  website: organisation.website,
  purpose: organisation.purpose,
  since: organisation.since_on ?? '',
  entered_by: undefined,
});

export function toForm({ type, sector, parent, area, entered_by: _, since, ...texts }: Typed): OrganisationForm {
  return {
    ...texts,
    type: type || 'other',
    ...(sector ? { sector } : {}),
    ...(parent ? { parent: parent.id } : {}),
    ...(area ? { area: area.id } : {}),
    ...(since ? { since } : {}),
  };
}

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ name: say.people_name, name_en: say.people_name_en, short_name: say.people_short_name }),
  ...lines<Typed>({ contact: say.people_contact, phone: say.people_phone, email: say.people_email, website: say.people_website }),
  ...texts<Typed>({ purpose: say.people_purpose }),
  whole('parent', say.people_parent_of, ({ parent }) => parent?.title ?? ''),
  whole('area', say.people_area, ({ area }) => area?.title ?? ''),
  whole('code', say.people_code, ({ code }) => code),
];
