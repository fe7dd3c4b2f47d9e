// Two people wrote one form: in which of its texts they differ, and the form that comes of what was chosen.

export type Field<Form> = { name: keyof Form & string; label: () => string; /** Of many lines. */ long?: boolean };
export type Clash = { name: string; label: string; mine: string; theirs: string };

const textOf = <Form>(form: Form, name: keyof Form): string => String(form[name] ?? '');

export const clashesIn = <Form>(fields: Field<Form>[], mine: Form, theirs: Form): Clash[] =>
  fields
    .map(({ name, label }) => ({ name, label: label(), mine: textOf(mine, name), theirs: textOf(theirs, name) }))
    .filter((clash) => clash.mine !== clash.theirs);

/** A line stays one line: of two that are kept, the second stands behind the first. */
export function withChosen<Form extends object>(fields: Field<Form>[], mine: Form, texts: Record<string, string>): Form {
  const form: Form = { ...mine };
  for (const { name, long } of fields) {
    const text = texts[name];
    if (text !== undefined) Object.assign(form, { [name]: long ? text.trim() : text.trim().replace(/\s*\n+\s*/g, ' / ') });
  }
  return form;
}
