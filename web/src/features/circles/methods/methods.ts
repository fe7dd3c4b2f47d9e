// Methods as pages ask for them.
import { api, ask, ifMatch } from '#lib/api.ts';
import type { Method, MethodCard, MethodReply } from '../types.ts';

export const listMethods = (): Promise<MethodCard[]> => ask(api.GET('/api/methods'));

export const getMethod = (method: string): Promise<MethodReply> => ask(api.GET('/api/methods/{method}', { params: { path: { method } } }));

/** An organisation's own, made from another or from nothing; its address. */
export const makeMethod = async (owner: number, content: Method, from: string): Promise<string> =>
  (await ask(api.POST('/api/methods', { body: { owner, content, ...(from ? { copied_from: from } : {}) } }))).address;

export const changeMethod = async (method: string, version: number, body: Method): Promise<string> =>
  (await ask(api.PUT('/api/methods/{method}', { params: { path: { method }, header: ifMatch(version) }, body }))).address;
