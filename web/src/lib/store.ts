// What this browser keeps for its person: drafts of forms, and requests that wait for the network. Each person has a store of their own,
// so that on a shared phone nobody finds, or sends, what somebody else has typed.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { whoIsHere } from './viewer.svelte.ts';

export type Draft = {
  key: string;
  value: unknown;
  /** What that version said when the edit began. */ begun?: unknown;
  version: number;
  at: number;
};

export type Part = { name: string; value: string | Blob; filename?: string };

export type Waiting = {
  id?: number;
  title: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Part[];
  /** What later ones call the number of what this one makes … */
  gives?: string | undefined;
  /** … and by which they wait for it: then `$given` in their path is that number. */
  needs?: string | undefined;
  /** After an upload: tells a record to hold the file; `"$file"` in the body stands for the number that the upload was given. */
  then?: { method: string; path: string; body: string } | undefined;
  /** The form that it came from: the draft there goes once this is sent, and `page` is where a refusal is put right. */
  draft?: string | undefined;
  page?: string | undefined;
  /** Of a text that names in itself the version it was written on top of: where the reply tells the next ("minutes.edit"), under the same last name. */
  edition?: string | undefined;
  at: number;
  /** It was on its way once: the server may have done it, so it is not changed any more. */
  tried?: boolean | undefined;
  /** The number of the upload, once that is done and only `then` is left. */
  file?: number | undefined;
  /** So often the server has failed at it. */
  failures?: number | undefined;
  /** Set aside, and why. */
  refused?: string | undefined;
};

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  waiting: { key: number; value: Waiting };
}

export type Store = IDBPDatabase<Schema>;

export const guest = 0;
const opened = new Map<number, Promise<Store>>();

export const nameOfStore = (person: number): string => (person === guest ? 'lomwong-guest' : `lomwong-${person}`);

/** Of who is here; the same object for as long as they stay. */
export const store = async (): Promise<Store> => storeOf(await whoIsHere());

export function storeOf(person: number): Promise<Store> {
  const known = opened.get(person) ?? open(person);
  opened.set(person, known);
  return known;
}

// What an older version of the app has left here is sent by the newer: fields are only added, and a new number opens what is there.
const open = (person: number): Promise<Store> => {
  const db = openDB<Schema>(nameOfStore(person), 1, {
    upgrade(db, before) {
      if (before >= 1) return;
      db.createObjectStore('drafts', { keyPath: 'key' });
      db.createObjectStore('waiting', { keyPath: 'id', autoIncrement: true });
    },
    // A newer app in another tab wants to go on from here.
    blocking: () => void db.then((open) => (opened.delete(person), open.close())),
  });
  return db;
};
