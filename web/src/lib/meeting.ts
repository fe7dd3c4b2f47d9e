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

/** A text of many lines. */
export const text = <Form>(name: Name<Form>, label: () => string): Field<Form> => ({
  name,
  label,
  of: (form) => String(form[name] ?? ''),
  put: (form, chosen) => ({ ...form, [name]: chosen.trim() }),
});

/** A line stays one line: of two that are kept, the second stands behind the first. */
export const line = <Form>(name: Name<Form>, label: () => string, between = ' / '): Field<Form> => ({
  ...text<Form>(name, label),
  put: (form, chosen) => ({ ...form, [name]: chosen.trim().replace(/\s*\n+\s*/g, between) }),
});

/** A text of many lines that stands in a part of the form. */
export const textIn = <Form, Part extends Name<Form>>(part: Part, name: Name<Form[Part]>, label: () => string): Field<Form> => {
  const inside = text<Form[Part]>(name, label);
  return {
    name: `${part}.${name}`,
    label,
    of: (form) => inside.of(form[part]),
    put: (form, chosen, theirs) => ({ ...form, [part]: inside.put(form[part], chosen, theirs[part]) }),
  };
};

export const clashesIn = <Form>(fields: Field<Form>[], mine: Form, theirs: Form): Clash[] =>
  fields
    .map(({ name, label, of }) => ({ name, label: label(), mine: of(mine), theirs: of(theirs) }))
    .filter((clash) => clash.mine !== clash.theirs);

/** Where nothing was asked, mine stands. */
export const withChosen = <Form>(fields: Field<Form>[], mine: Form, theirs: Form, chosen: Chosen): Form =>
  fields.reduce((form, { name, put }) => (chosen[name] === undefined ? form : put(form, chosen[name], theirs)), mine);
