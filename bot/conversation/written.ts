/** What was written into the fields of a form, as doors send it beside the press: a page's form, a card's inputs. */
import { z } from 'zod';

/** Before the names of a form's fields, which are the catalogue's and not the door's. */
export const FIELD_PREFIX = 'f-';

const OfForm = z.looseObject({ kind: z.enum(['fill-in', 'leave-form']) });

/** A card's number field sends a number. */
export function writtenIn(sent: unknown): Readonly<Record<string, string>> {
  if (typeof sent !== 'object' || sent === null) return {};
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) =>
      name.startsWith(FIELD_PREFIX) && (typeof value === 'string' || typeof value === 'number')
        ? [[name.slice(FIELD_PREFIX.length), String(value)] as const]
        : [],
    ),
  );
}

/** The press with what was written, where it is one of a form; any other as it is. */
export function withWritten(press: unknown, values: Readonly<Record<string, string>>): unknown {
  const ofForm = OfForm.safeParse(press);
  return ofForm.success ? { ...ofForm.data, values } : press;
}
