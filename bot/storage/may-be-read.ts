/** Words of somebody who needs people first were not kept, and none are read either. */
export const mayBeRead = ({ sensitivity }: { readonly sensitivity: string }): boolean =>
  sensitivity === 'none' || sensitivity === 'question';
