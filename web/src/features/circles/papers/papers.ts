// The papers of a session: what is filled in for them, as inputs hold it, and where each is fetched.
import type { components } from '#api/generated/paths.gen.ts';
import * as say from '#say';
import { api, ask, ifMatch } from '#lib/api.ts';

type Schemas = components['schemas'];
export type Papers = Schemas['circles.SessionPapers'];
export type PapersForm = Schemas['circles.PapersForm'];
export type Paper = Papers['papers'][number]['paper'];
export type Lack = Papers['papers'][number]['lacks'][number];
export type Format = 'pdf' | 'docx';

export type Guest = { name: string; position: string; organisation: string; rank: string };
export type Typed = {
  memo_number: string;
  memo_date: string;
  letter_number: string;
  letter_date: string;
  numbering: PapersForm['numbering'];
  report_number: string;
  report_date: string;
  budget: string;
  blank_rows: string;
  invited: Guest[];
};

const of = (session: string) => ({ params: { path: { session } } });

export const getPapers = (session: string): Promise<Papers> => ask(api.GET('/api/sessions/{session}/papers', of(session)));

export const putPapers = (session: string, form: PapersForm, version: number): Promise<Papers> =>
  ask(api.PUT('/api/sessions/{session}/papers', { params: { path: { session }, header: ifMatch(version) }, body: form }));

export const paperAddress = (session: string, paper: Paper, format: Format): string =>
  `/api/sessions/${session}/papers/${paper}?format=${format}`;
export const setAddress = (session: string): string => `/api/sessions/${session}/papers.zip`;

export const paperNames: Record<Paper, () => string> = {
  memo: say.circles_paper_memo,
  invitation: say.circles_paper_invitation,
  sign_in: say.circles_paper_sign_in,
  report: say.circles_paper_report,
  upward: say.circles_paper_upward,
};

export const lackNames: Record<Lack, () => string> = {
  held: say.circles_lack_held,
  letterhead: say.circles_lack_letterhead,
  signers: say.circles_lack_signers,
  memo_number: say.circles_lack_memo_number,
  letter_number: say.circles_lack_letter_number,
  invited: say.circles_lack_invited,
  report_number: say.circles_lack_report_number,
};

export const emptyGuest = (): Guest => ({ name: '', position: '', organisation: '', rank: '' });

export function fromPapers({ form }: Papers): Typed {
  return {
    memo_number: form.memo_number ?? '',
    memo_date: form.memo_date ?? '',
    letter_number: form.letter_number ?? '',
    letter_date: form.letter_date ?? '',
    numbering: form.numbering,
    report_number: form.report_number ?? '',
    report_date: form.report_date ?? '',
    budget: form.budget ?? '',
    blank_rows: String(form.blank_rows),
    invited: form.invited.map((guest) => ({
      name: guest.name,
      position: guest.position ?? '',
      organisation: guest.organisation ?? '',
      rank: guest.rank ? String(guest.rank) : '',
    })),
  };
}

const dated = (name: string, day: string) => (day ? { [name]: day } : {});

export function toPapers(typed: Typed): PapersForm {
  const { memo_date, letter_date, report_date, blank_rows, invited, ...texts } = typed;
  return {
    ...texts,
    ...dated('memo_date', memo_date),
    ...dated('letter_date', letter_date),
    ...dated('report_date', report_date),
    blank_rows: Number(blank_rows) || 0,
    invited: invited
      .filter(({ name }) => name.trim())
      .map(({ rank, ...guest }) => ({ ...guest, ...(Number(rank) > 0 ? { rank: Number(rank) } : {}) })),
  };
}

/** A list from elsewhere, a guest a line: name, post, organisation, parted by tabs (from a spreadsheet) or commas. */
export const guestsIn = (text: string): Guest[] =>
  text
    .split('\n')
    .map((line) => line.split(line.includes('\t') ? '\t' : ',').map((cell) => cell.trim()))
    .filter(([name]) => name)
    .map(([name = '', position = '', organisation = '']) => ({ name, position, organisation, rank: '' }));
