// Who is using the page. Signing in happens in place, over whatever is being typed, so nothing typed is ever lost to an expired session.
import { problemOf } from './problem.ts';
import { chosenHere, language, speak, type Language } from './say/language.svelte.ts';

export type Me = {
  person_id: number;
  number: number;
  name: string;
  login: string;
  administrator: boolean;
  /** An administrator who is one again once a second step is set up. */
  needs_second_step: boolean;
  /** As they chose it, on whatever device. */
  language?: Language | null;
};
/** The password was right; a code comes next, with this token. */
export type SecondStepAsked = { token: string; expires_at: string };

export const viewer = $state<{ me: Me | undefined; known: boolean; asked: boolean }>({ me: undefined, known: false, asked: false });

/** The frame stands, so that something can be asked over it; before, on the way to the first page, nobody would see the question. */
let framed = false;
export const frameStands = () => void (framed = true);
export const canAsk = () => framed;

let waiting: ((signedIn: boolean) => void)[] = [];

const lastHere = 'lomwong_person';
/** A signal that answers no sooner is none: milliseconds. */
const patience = 2500;
let learning: Promise<void> | undefined;

export function learnViewer(): Promise<void> {
  learning = askWhoIsHere();
  return learning;
}

async function askWhoIsHere(): Promise<void> {
  try {
    const response = await fetch('/api/me');
    // A guest is answered with null.
    const me = response.ok ? (((await response.json()) as Me | null) ?? undefined) : undefined;
    const comesIn = viewer.known && me !== undefined && viewer.me?.person_id !== me.person_id;
    viewer.me = me;
    viewer.known = true;
    if (me && (comesIn || !chosenHere())) shareLanguage(me);
    localStorage.setItem(lastHere, String(viewer.me?.person_id ?? 0));
  } catch {
    // Away from the network: who one is stays unknown, and reading goes on from what was kept.
  }
}

/** Who comes in is spoken to as they chose on another device; who chose none yet, as on this one from now on. */
function shareLanguage(me: Me): void {
  if (!me.language) chosenHere() && keepLanguage();
  else if (me.language !== language()) speak(me.language);
}

/** With the account, for mails and other devices. Where it can not be kept now, the switch has turned this page all the same. */
export function keepLanguage(): void {
  if (!viewer.me) return;
  const asked = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ language: language() }) };
  void fetch('/api/me/language', asked).catch(() => undefined);
}

/** The person's id, 0 for a guest; away from the network whoever used this browser last. */
export async function whoIsHere(): Promise<number> {
  await Promise.race([learning ?? learnViewer(), new Promise((resolve) => setTimeout(resolve, patience))]);
  return viewer.known ? (viewer.me?.person_id ?? 0) : Number(localStorage.getItem(lastHere) ?? 0);
}

/** Asks the person to sign in; true when they did. Requests that met the same 401 share one question. */
export function signedInAgain(): Promise<boolean> {
  if (!framed) return Promise.resolve(false);
  viewer.asked = true;
  return new Promise((resolve) => waiting.push(resolve));
}

export async function answerSignIn(signedIn: boolean): Promise<void> {
  if (signedIn) await learnViewer();
  viewer.asked = false;
  const questions = waiting;
  waiting = [];
  questions.forEach((resolve) => resolve(signedIn));
}

/** Opens a session, or tells that a code is asked for; a refusal is thrown as a Problem. */
export async function signIn(login: string, password: string): Promise<SecondStepAsked | undefined> {
  const reply = await enter('/api/session', { login, password });
  return ((await reply.json()) as { second_step?: SecondStepAsked }).second_step;
}

/** The code of an authenticator, or a recovery code. */
export const giveCode = (token: string, code: string): Promise<unknown> => enter('/api/session/second-step', { token, code });

async function enter(path: string, body: object): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language() },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}
