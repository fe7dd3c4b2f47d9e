import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type DashboardCard = Schemas['goals.DashboardCard'];
export type DashboardContent = Schemas['goals.DashboardContent'];
export type DashboardForm = Schemas['goals.DashboardForm'];
export type ShownDashboard = Schemas['goals.ShownDashboard'];
export type Block = Schemas['goals.Block'];
export type ShownBlock = Schemas['goals.ShownBlock'];
export type BlockIndicator = Schemas['goals.BlockIndicator'];
export type BlockCell = Schemas['goals.BlockCell'];
export type ExceptionList = Schemas['goals.ExceptionList'];
export type ExceptionLine = Schemas['goals.ExceptionLine'];
export type Reason = ExceptionLine['reasons'][number];
export type Look = Block['look'];
export type By = NonNullable<Block['by']>;
export type Width = Block['width'];
export type Step = Schemas['records.Step'];
