/** What a filter offers, and which of it is chosen. */
export type Offer = readonly [value: string, text: string];

export const offered = (chosen: string | null, any: string, choices: readonly Offer[]) => [
  { value: '', text: any },
  ...choices.map(([value, text]) => ({ value, text, selected: value === chosen })),
];

/** Each value of a closed set, in our words. */
export const inWords = <Value extends string>(
  values: readonly Value[],
  texts: Readonly<Record<Value, string>>,
): readonly Offer[] => values.map((value) => [value, texts[value]]);
