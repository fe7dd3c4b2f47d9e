// A session's own form: what the server sent, as the fields of a form hold it, and back again.
import type { AgendaBlock, PlaceKind, ProcessNotes, Session, SessionForm, Transparency } from '../types.ts';

export type Block = { starts: string; ends: string; title: string; speaker: string; method: string; output: string };

/** Every field is there and empty rather than absent, as inputs want them. */
export type Typed = {
  title: string;
  date: string;
  starts: string;
  ends: string;
  place: string;
  place_kind: PlaceKind | '';
  summary: string;
  key_question: string;
  planned_result: string;
  seen_result: string;
  said_ordinal: string;
  agenda: Block[];
  process: ProcessNotes;
  transparency: Transparency;
};

export const emptyBlock = (): Block => ({ starts: '', ends: '', title: '', speaker: '', method: '', output: '' });

export const emptySession = (): Typed => ({
  title: '',
  date: '',
  starts: '',
  ends: '',
  place: '',
  place_kind: '',
  summary: '',
  key_question: '',
  planned_result: '',
  seen_result: '',
  said_ordinal: '',
  agenda: [],
  process: { check_in: '', tool: '', steps: '', mood: '', would_change: '' },
  transparency: { issue: '', took_part: '', result: '', result_use: '' },
});

export function fromSession(session: Session): Typed {
  const empty = emptySession();
  return {
    ...empty,
    title: session.record.title,
    // The server fills an empty summary with the key question; that is not what somebody wrote.
    summary: session.record.summary === session.key_question ? '' : session.record.summary,
    date: session.date,
    starts: session.starts ?? '',
    ends: session.ends ?? '',
    place: session.place,
    place_kind: session.place_kind ?? '',
    key_question: session.key_question,
    planned_result: session.planned_result,
    seen_result: session.seen_result,
    said_ordinal: session.said_ordinal ? String(session.said_ordinal) : '',
    agenda: session.agenda.map((block) => ({ ...emptyBlock(), ...block })),
    process: { ...empty.process, ...session.process },
    transparency: { ...session.transparency },
  };
}

/** What is empty is not sent: missing is missing. */
function filled<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;
}

const isWritten = (fields: object) => Object.values(fields).some((value) => value !== '');

export function toForm(typed: Typed, area?: number): SessionForm {
  const { title, date, agenda, process, transparency, said_ordinal, ...rest } = typed;
  const ordinal = Number(said_ordinal);
  return {
    ...(filled(rest) as Partial<SessionForm>),
    title,
    date,
    ...(area ? { area } : {}),
    ...(ordinal > 0 ? { said_ordinal: ordinal } : {}),
    agenda: agenda.filter(isWritten).map((block) => ({ ...filled(block), title: block.title }) as AgendaBlock),
    ...(isWritten(process) ? { process } : {}),
    ...(isWritten(transparency) ? { transparency } : {}),
  };
}
