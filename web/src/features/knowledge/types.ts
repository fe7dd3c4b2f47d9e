import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];

export type Item = Schemas['knowledge.ShownItem'];
export type ItemCard = Schemas['knowledge.ItemCard'];
export type Content = Schemas['knowledge.Content'];
export type Kind = Content['kind'];
export type Licence = NonNullable<Content['licence']>;
export type Section = Schemas['knowledge.Section'];
export type Heading = Section['heading'];
export type Series = Schemas['knowledge.SeriesReply'];
export type Proposal = Schemas['knowledge.Proposal'];
export type Reading = Schemas['knowledge.Reading'];
export type LeftOut = Schemas['knowledge.LeftOut'];
export type Removed = Schemas['reading.Removed'];
export type Imported = Schemas['knowledge.Imported'];
export type File = Schemas['files.File'];
export type TagCount = Schemas['knowledge.TagCount'];
export type Visibility = Item['record']['visibility'];
