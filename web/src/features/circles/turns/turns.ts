// Who hosts a circle when, and what changes it.
import { api, ask, ifMatch } from '#lib/api.ts';
import type { HostTask, OwnTurn, TurnsReply } from '../types.ts';

const of = (circle: string) => ({ path: { circle } });
const ofDay = (circle: string, day: string) => ({ params: { path: { circle, day } } });

export const getTurns = (circle: string): Promise<TurnsReply> => ask(api.GET('/api/circles/{circle}/turns', { params: of(circle) }));

/** Of the hosts for which one writes, in the next weeks. */
export const listOwnTurns = (): Promise<OwnTurn[]> => ask(api.GET('/api/circles/turns'));

export const changeHosts = (circle: string, version: number, hosts: number[]): Promise<TurnsReply> =>
  ask(api.PUT('/api/circles/{circle}/hosts', { params: { ...of(circle), header: ifMatch(version) }, body: { hosts } }));

/** `due` names the turn, however often its day is put off. */
export const swapTurns = (circle: string, due: string, other: string): Promise<TurnsReply> =>
  ask(api.POST('/api/circles/{circle}/turns/{day}/swap', { ...ofDay(circle, due), body: { with: other } }));

export const passTurn = (circle: string, due: string): Promise<TurnsReply> =>
  ask(api.POST('/api/circles/{circle}/turns/{day}/pass', ofDay(circle, due)));

export const replaceHost = (circle: string, due: string, host: number): Promise<TurnsReply> =>
  ask(api.PUT('/api/circles/{circle}/turns/{day}', { ...ofDay(circle, due), body: { host } }));

export const followOrder = (circle: string, due: string): Promise<TurnsReply> =>
  ask(api.DELETE('/api/circles/{circle}/turns/{day}', ofDay(circle, due)));

export const tickTask = (circle: string, due: string, task: HostTask, done: boolean): Promise<TurnsReply> =>
  ask(api.PUT('/api/circles/{circle}/turns/{day}/tick', { ...ofDay(circle, due), body: { task, done } }));
