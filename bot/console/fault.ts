/** What is wrong with a rule that somebody wrote, and in which field of its form. */
export interface Fault {
  /** The field of the form that it is about. */
  readonly at: string;
  readonly text: string;
}

export const valueField = (name: string): string => `value-${name}`;
