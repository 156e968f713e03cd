/** Wording as staff read it: its figures in their places, without marks for bold. */
import { plainText, type Wording } from '../../knowledge';

export const sayWording = ({ text, values }: Wording): string =>
  plainText(
    text.replaceAll(/\{([a-z0-9-]+)\}/g, (written, name: string) => values[name] ?? written),
  );
