/** YAML with its line numbers kept, so that a complaint can point at the line that is wrong. */
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { PolicyError } from './policy-error';

/**
 * Reads `text` as YAML and checks it against `schema`.
 * @param firstLine the line of `file` on which `text` begins, counted from 1
 * @returns the value, or every mistake found
 */
export function readYaml<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
  firstLine: number,
): { value: z.infer<S> } | { errors: PolicyError[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number | undefined): number =>
    firstLine + (offset === undefined ? 0 : counter.linePos(offset).line - 1);

  if (document.errors.length > 0) {
    const errors = document.errors.map(
      (error) =>
        new PolicyError(
          file,
          lineAt(error.pos[0]),
          `This is not valid YAML: ${error.message.split('\n')[0] ?? ''}.`.replace(/:?\.$/, '.'),
          'Check the indentation, and put quotes round text that holds ": " or starts with a symbol.',
        ),
    );
    return { errors };
  }

  const read = schema.safeParse(document.toJS());
  if (read.success) return { value: read.data };
  const errors = read.error.issues.map((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    return new PolicyError(
      file,
      lineAt(offsetOf(document, path)),
      `"${path.join('.') || 'the block'}": ${issue.message}.`,
      'See knowledge/policies/README.md for what each field may hold.',
    );
  });
  return { errors };
}

/** The offset of the nearest written node on the way to `path`: a missing field has none of its own. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const start: unknown = node.range[0];
      if (typeof start === 'number') return start;
    }
  }
  return undefined;
}
