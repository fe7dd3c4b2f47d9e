// What an administrator sees of the installation and does to it.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

type Schemas = components['schemas'];
export type Overview = Schemas['office.Overview'];
export type Finding = Schemas['office.Finding'];
export type Storage = Schemas['office.Storage'];
export type Backups = Schemas['office.Backups'];
export type JobList = Schemas['office.JobList'];
export type MailList = Schemas['office.MailList'];
export type EventLine = Schemas['office.EventLine'];
export type EventsWanted = { action?: string; actor?: number; record?: number };

export const getOverview = (): Promise<Overview> => ask(api.GET('/api/office'));

export const getBackups = (): Promise<Backups> => ask(api.GET('/api/office/backups'));
export const makeBackup = (): Promise<Backups> => ask(api.POST('/api/office/backups'));
export const checkBackup = (): Promise<Backups> => ask(api.POST('/api/office/backups/check'));

export const getJobs = (): Promise<JobList> => ask(api.GET('/api/office/jobs'));
export const retryJob = (job: number): Promise<JobList> => ask(api.POST('/api/office/jobs/{job}/retry', { params: { path: { job } } }));
export const dropJob = (job: number): Promise<JobList> => ask(api.DELETE('/api/office/jobs/{job}', { params: { path: { job } } }));

const of = (message: number) => ({ params: { path: { message } } });
export const getMail = (): Promise<MailList> => ask(api.GET('/api/office/mail'));
export const retryMail = (message: number): Promise<MailList> => ask(api.POST('/api/office/mail/{message}/retry', of(message)));
export const forgiveMail = (message: number): Promise<MailList> => ask(api.POST('/api/office/mail/{message}/forgive', of(message)));
export const dropMail = (message: number): Promise<MailList> => ask(api.DELETE('/api/office/mail/{message}', of(message)));

export const listEvents = (wanted: EventsWanted, after?: number) =>
  ask(api.GET('/api/office/events', { params: { query: { ...wanted, ...(after && { after }) } } }));
