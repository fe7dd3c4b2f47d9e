// What this browser keeps for its person: drafts of forms, and requests that wait for the network.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

export type Draft = { key: string; value: unknown; version: number; at: number };

export type Part = { name: string; value: string | Blob; filename?: string };

export type Waiting = {
  id?: number;
  title: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Part[];
  /** After an upload: tells a record to hold the file; `"$file"` in the body stands for the number that the upload was given. */
  then?: { method: string; path: string; body: string } | undefined;
  /** The form that it came from: the draft there goes once this is sent, and `page` is where a refusal is put right. */
  draft?: string | undefined;
  page?: string | undefined;
  at: number;
  refused?: string;
};

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  waiting: { key: number; value: Waiting };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('lomwong', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'key' });
      db.createObjectStore('waiting', { keyPath: 'id', autoIncrement: true });
    },
  });
  return opened;
}
