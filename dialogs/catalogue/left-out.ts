/** The choice of a form that leaves an optional field out: a button once chosen cannot be cleared. */
export const leftOut = { value: '-', label: 'None of these' } as const;
