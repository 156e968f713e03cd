/** Reads a Dockerfile far enough to check it: its stages, and their instructions in order. */
export interface Instruction {
  /** In capitals. */
  readonly name: string;
  readonly rest: string;
}

/** @returns one list of instructions a stage; the last one becomes the image */
export function readDockerfile(content: string): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [];
  for (const line of instructionLines(content)) {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (name.toUpperCase() === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name: name.toUpperCase(), rest });
  }
  return stages;
}

const instructionLines = (content: string): string[] =>
  content
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');

export interface Copy {
  /** The stage it comes from; undefined for the project's folder. */
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

export const copiesOf = (stage: readonly Instruction[]): Copy[] =>
  stage
    .filter(({ name }) => name === 'COPY' || name === 'ADD')
    .map(({ rest }) => {
      const words = rest.split(/\s+/);
      const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
      const paths = words.filter((word) => !word.startsWith('--'));
      return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
    });
