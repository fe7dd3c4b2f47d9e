// What the values of a field are called; the compiler sees that none is missing.
export type Words<Value extends string> = Record<Value, () => string>;

/** As a Select wants them. */
export const options = <Value extends string>(words: Words<Value>): { value: Value; label: string }[] =>
  (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value]() }));
