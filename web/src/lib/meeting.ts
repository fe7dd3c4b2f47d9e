// Two people wrote one form: in which of its texts they differ, and the form that comes of what was chosen.

/** A text that two people may have written differently. */
export type Field<Form> = {
  name: string;
  label: () => string;
  of: (form: Form) => string;
  put: (form: Form, text: string, theirs: Form) => Form;
};
export type Clash = { name: string; label: string; mine: string; theirs: string };
/** What is to stand, by the name of the field. */
export type Chosen = Record<string, string>;

type Name<Form> = keyof Form & string;
/** What each field is called, for the person. */
type Labels<Form> = { [Field in Name<Form>]?: () => string };

const entries = <Form>(labels: Labels<Form>) => Object.entries(labels) as [Name<Form>, () => string][];

/** Of many lines each. */
export const texts = <Form>(labels: Labels<Form>): Field<Form>[] =>
  entries(labels).map(([name, label]) => ({
    name,
    label,
    of: (form) => String(form[name] ?? ''),
    put: (form, chosen) => ({ ...form, [name]: chosen.trim() }),
  }));

/** A line stays one line: of two that are kept, the second stands behind the first. */
export const lines = <Form>(labels: Labels<Form>, between = ' / '): Field<Form>[] =>
  texts(labels).map((field) => ({
    ...field,
    put: (form, chosen, theirs) => field.put(form, chosen.trim().replace(/\s*\n+\s*/g, between), theirs),
  }));

/** Texts that stand in a part of the form. */
export const textsIn = <Form, Part extends Name<Form>>(part: Part, labels: Labels<Form[Part]>): Field<Form>[] =>
  texts(labels).map(({ name, label, of, put }) => ({
    name: `${part}.${name}`,
    label,
    of: (form) => of(form[part]),
    put: (form, chosen, theirs) => ({ ...form, [part]: put(form[part], chosen, theirs[part]) }),
  }));

export const clashesIn = <Form>(fields: Field<Form>[], mine: Form, theirs: Form): Clash[] =>
  fields
    .map(({ name, label, of }) => ({ name, label: label(), mine: of(mine), theirs: of(theirs) }))
    .filter((clash) => clash.mine !== clash.theirs);

/** Where nothing was asked, mine stands. */
export const withChosen = <Form>(fields: Field<Form>[], mine: Form, theirs: Form, chosen: Chosen): Form =>
  fields.reduce((form, { name, put }) => (chosen[name] === undefined ? form : put(form, chosen[name], theirs)), mine);
