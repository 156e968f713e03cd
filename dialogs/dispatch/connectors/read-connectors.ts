/** Reads the folder of connector files, one for each system beside the desk, and tells all that is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { ConnectorFile } from './connector-file';
import { connectorFileFor } from './connector-file';
import { ConnectorError, ConnectorsError } from './connector-error';
import type { Mappable } from './rest-mapping';

export interface ConnectorDefinition {
  /** The file's name without its ending: what routes call it. */
  readonly name: string;
  readonly settings: ConnectorFile;
}

const ENDING = /\.(ya?ml|json)$/;
const NAME = /^[a-z][a-z0-9-]*$/;

/** @throws ConnectorsError with all that is wrong, each with its file and line */
export function readConnectors(folder: string, mappable: Mappable): readonly ConnectorDefinition[] {
  const read = filesIn(folder).map((file) => readFile(folder, file, mappable));
  const definitions = read.flatMap((one) => ('settings' in one ? [one] : []));
  const errors = [
    ...read.flatMap((one) => ('errors' in one ? one.errors : [])),
    ...twice(definitions),
  ];
  if (errors.length > 0) throw new ConnectorsError(errors);
  return definitions;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => ENDING.test(file))
      .toSorted();
  } catch {
    const remedy = 'Make it, or set CONNECTORS_DIR to another folder.';
    throw new ConnectorsError([new ConnectorError(folder, 1, 'It is no folder to read.', remedy)]);
  }
}

function readFile(
  folder: string,
  file: string,
  mappable: Mappable,
): ConnectorDefinition | { readonly errors: readonly ConnectorError[] } {
  const name = file.replace(ENDING, '');
  const lines = new LineCounter();
  // JSON is YAML too.
  const document = parseDocument(readFileSync(path.join(folder, file), 'utf8'), {
    lineCounter: lines,
  });
  const wrong = (offset: number, problem: string, remedy: string) =>
    new ConnectorError(file, lines.linePos(offset).line, problem, remedy);
  if (!NAME.test(name) || name === 'desk') {
    const remedy = 'Use lower case letters, digits and hyphens, and not "desk".';
    return { errors: [wrong(0, `"${name}" cannot be the name of a system.`, remedy)] };
  }
  if (document.errors.length > 0) {
    return {
      errors: document.errors.map(({ pos, message }) =>
        wrong(pos[0], `This is not valid YAML: ${message.split('\n')[0] ?? ''}`, 'Mend it there.'),
      ),
    };
  }
  const read = connectorFileFor(mappable).safeParse(document.toJS());
  if (read.success) return { name, settings: read.data };
  return {
    errors: read.error.issues.map(({ path: at, message }) =>
      wrong(
        offsetOf(document, at),
        `"${at.join('.') || 'the file'}": ${message}.`,
        'See deployment/connectors.md.',
      ),
    ),
  };
}

/** Of the nearest thing that is written on the way: what is missing stands nowhere. */
function offsetOf(document: Document, at: readonly PropertyKey[]): number {
  for (let length = at.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(at.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}

const twice = (definitions: readonly ConnectorDefinition[]): ConnectorError[] =>
  definitions
    .filter(({ name }, index) => definitions.findIndex((other) => other.name === name) < index)
    .map(({ name }) => {
      const problem = `Two files are called "${name}".`;
      return new ConnectorError(name, 1, problem, 'Take one out, or give it another name.');
    });
