// Two people wrote one form: what both of them have changed, and the form that comes of what was chosen.
import * as say from '#say';

/** What two people may have written differently. */
export type Field<Form> = {
  name: string;
  label: () => string;
  /** In words. */
  of: (form: Form) => string;
  put: (form: Form, text: string, theirs: Form) => Form;
  /** The part of the form that this is, where it is no text: of two, one stands as it is. */
  whole?: Name<Form>;
};
export type Clash = { name: string; label: string; mine: string; theirs: string; /** Both cannot stand. */ whole?: boolean };
/** What is to stand, by the name of the field: a text, or whose the whole is. */
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

/** A part that is no text; without words for it only its name can be told. */
export const whole = <Form>(part: Name<Form>, label: () => string, of: (form: Form) => string = () => ''): Field<Form> => ({
  name: part,
  label,
  of,
  put: (form, chosen, theirs) => (chosen === 'theirs' ? { ...form, [part]: theirs[part] } : form),
  whole: part,
});

const clashOf = <Form>({ name, label, of, whole: part }: Field<Form>, mine: Form, theirs: Form): Clash => ({
  name,
  label: label(),
  mine: of(mine),
  theirs: of(theirs),
  ...(part ? { whole: true } : {}),
});

export const clashesIn = <Form>(fields: Field<Form>[], mine: Form, theirs: Form): Clash[] =>
  fields.map((field) => clashOf(field, mine, theirs)).filter((clash) => clash.mine !== clash.theirs);

/** Where nothing was asked, mine stands. */
export const withChosen = <Form>(fields: Field<Form>[], mine: Form, theirs: Form, chosen: Chosen): Form =>
  fields.reduce((form, { name, put }) => (chosen[name] === undefined ? form : put(form, chosen[name], theirs)), mine);

/** One form three times: as the edit began, as it is typed, and as somebody else has saved it meanwhile. */
export type Met<Form> = { begun: Form | undefined; mine: Form; theirs: Form };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Also what no field names: every part of a form is somebody's. */
function everything<Form extends object>(fields: Field<Form>[], { mine, theirs }: Met<Form>): Field<Form>[] {
  const named = new Set(fields.map(({ name }) => name.split('.')[0]));
  const rest = Object.keys({ ...theirs, ...mine }).filter((part) => !named.has(part)) as Name<Form>[];
  return [...fields, ...rest.map((part) => ({ ...whole<Form>(part, say.ui_other_part), name: 'rest' }))];
}

/** Where nobody knows how the edit began, both may have written it. */
function touched<Form>({ whole: part, of }: Field<Form>, form: Form, begun: Form | undefined): boolean {
  if (begun == null) return true;
  return part ? !same(form[part], begun[part]) : of(form) !== of(begun);
}
const isAsked = <Form>(field: Field<Form>, { begun, mine, theirs }: Met<Form>): boolean =>
  touched(field, mine, theirs) && touched(field, mine, begun) && touched(field, theirs, begun);

/** What both have changed, each otherwise; parts that have no name of their own are asked about together. */
export function crossedIn<Form extends object>(fields: Field<Form>[], met: Met<Form>): Clash[] {
  const asked = everything(fields, met).filter((field) => isAsked(field, met));
  const clashes = asked.map((field) => clashOf(field, met.mine, met.theirs));
  return clashes.filter(({ name }, i) => clashes.findIndex((clash) => clash.name === name) === i);
}

function withTheirs<Form extends object>(field: Field<Form>, form: Form, theirs: Form): Form {
  const part = field.whole ?? field.name;
  return part in theirs ? { ...form, [part]: theirs[part as Name<Form>] } : field.put(form, field.of(theirs), theirs);
}

/** What I have left alone stands as they saved it, what they have left alone as I typed it, and of the rest what was chosen. */
export const together = <Form extends object>(fields: Field<Form>[], met: Met<Form>, chosen: Chosen): Form =>
  everything(fields, met).reduce((form, field) => {
    if (!touched(field, met.mine, met.begun)) return withTheirs(field, form, met.theirs);
    const choice = isAsked(field, met) ? chosen[field.name] : undefined;
    return choice === undefined ? form : field.put(form, choice, met.theirs);
  }, met.mine);
