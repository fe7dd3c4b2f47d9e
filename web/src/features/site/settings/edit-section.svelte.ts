// One section in an administrator's form.
import * as say from '#say';
import { Edit } from '#lib/edit.svelte.ts';
import type { Field } from '#lib/meeting.ts';
import { toast } from '#lib/toasts.svelte.ts';
import type { Section } from './settings.ts';

type Editing<Content, Form extends object> = {
  name: string;
  first: Section<Content>;
  /** As it is typed. */
  typed: (content: Content) => Form;
  get: () => Promise<Section<Content>>;
  change: (form: Form, version: number) => Promise<unknown>;
  shared: Field<Form>[];
  /** Where it is read, unless that is its own tab of the settings. */
  address?: string;
};

export const editSection = <Content, Form extends object>({ name, first, typed, get, change, shared, address }: Editing<Content, Form>) =>
  new Edit<Form>({
    key: `site-${name}`,
    fresh: () => typed(first.content),
    version: first.version,
    async save(form, version) {
      await change(form, version);
      toast(say.site_saved());
      return address ?? `/office/settings?of=${name}`;
    },
    shared,
    async standing() {
      const now = await get();
      return { form: typed(now.content), version: now.version };
    },
  });
