/** A policy file's parts, the same in the national set and in a variation: fields above, clauses below. */
import MarkdownIt from 'markdown-it';
import type { z } from 'zod';
import { PolicyError } from './policy-error';
import { readYaml } from './read-yaml';
import type { ClauseMeta } from './schema';

const markdown = new MarkdownIt();
const FIGURE_NAME = /\{([a-z0-9.-]+)\}/g;

export interface Section<M extends ClauseMeta = ClauseMeta> {
  readonly heading: string;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly meta: M;
  readonly body: string;
  readonly bodyLine: number;
}

export interface FrontMatter {
  readonly lines: readonly string[];
  /** Of the line `---` that ends it, counted from 0. */
  readonly end: number;
}

/** @returns undefined for a file that does not begin with fields between two lines `---` */
export function frontMatterOf(content: string): FrontMatter | undefined {
  const lines = content.replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf('---', 1);
  return lines[0] !== '---' || end < 0 ? undefined : { lines, end };
}

export function noFrontMatter(file: string): PolicyError {
  const remedy = 'Begin with a line "---", the fields of the policy, and another line "---".';
  return new PolicyError(file, 1, 'The file has no front matter.', remedy);
}

export function readSections<M extends ClauseMeta>(
  schema: z.ZodType<M>,
  file: string,
  { lines, end }: FrontMatter,
): { introduction: string; sections: Section<M>[]; errors: PolicyError[] } {
  const bodyStart = end + 1;
  const errors: PolicyError[] = [];
  const sections: Section<M>[] = [];
  const body = lines.slice(bodyStart);
  const headings = markdown
    .parse(body.join('\n'), {})
    .filter((token) => token.type === 'heading_open' && token.tag === 'h2')
    .map((token) => token.map?.[0] ?? 0);

  for (const [index, start] of headings.entries()) {
    const line = bodyStart + start + 1;
    const part = body.slice(start + 1, headings[index + 1]);
    const open = part.findIndex((text) => text.trim() !== '');
    const close = part.findIndex((text, at) => at > open && text.trim() === '```');
    if (open < 0 || part[open]?.trim() !== '```yaml' || close < 0) {
      const remedy = 'Put a ```yaml block with at least "id" and "question" right under the heading.';
      errors.push(new PolicyError(file, line, 'The clause has no block of fields.', remedy));
      continue;
    }
    const meta = readYaml(schema, part.slice(open + 1, close).join('\n'), file, line + open + 2);
    if ('errors' in meta) {
      errors.push(...meta.errors);
      continue;
    }
    const text = part.slice(close + 1).join('\n').trim();
    if (text === '') {
      errors.push(new PolicyError(file, line, 'The clause has no text.', 'Write its answer below the block.'));
      continue;
    }
    const heading = (body[start] ?? '').replace(/^##\s+/, '').trim();
    sections.push({ heading, line, meta: meta.value, body: text, bodyLine: line + close + 2 });
  }
  if (headings.length === 0) {
    const remedy = 'Write each clause under a heading that begins with "## ".';
    errors.push(new PolicyError(file, bodyStart + 1, 'The policy has no clauses.', remedy));
  }
  return { introduction: body.slice(0, headings[0]).join('\n').trim(), sections, errors };
}

/** Numbers used twice, and "next" that leads nowhere. */
export function checkNumbers(file: string, sections: readonly Section[]): PolicyError[] {
  const errors: PolicyError[] = [];
  const seen = new Map<number, number>();
  const numbers = new Set(sections.map((section) => section.meta.id));
  for (const { meta: clause, line } of sections) {
    const first = seen.get(clause.id);
    if (first !== undefined) {
      const problem = `Clause ${clause.id} is already on line ${first}.`;
      errors.push(new PolicyError(file, line, problem, 'Give each clause a number of its own; never use one again.'));
    }
    seen.set(clause.id, line);
    for (const next of clause.next) {
      if (typeof next === 'number' && !numbers.has(next)) {
        const problem = `"next" names clause ${next}, which this policy does not have.`;
        errors.push(new PolicyError(file, line, problem, 'Name a clause of this policy, or the full id of another.'));
      }
    }
  }
  return errors;
}

/** `{days}` is a figure of this clause, `{3.days}` one of clause 3 of the same policy. */
export function fillFigures(
  file: string,
  section: Section,
  all: readonly Section[],
  errors: PolicyError[],
): string {
  return section.body.replace(FIGURE_NAME, (written, name: string, offset: number) => {
    const dot = name.indexOf('.');
    const home = dot < 0 ? section : all.find(({ meta }) => meta.id === Number(name.slice(0, dot)));
    const figure = name.slice(dot + 1);
    const values = home?.meta.values ?? {};
    if (Object.hasOwn(values, figure)) return values[figure] ?? written;
    const line = section.bodyLine + section.body.slice(0, offset).split('\n').length - 1;
    const remedy = `Add it to "values", or name one of: ${Object.keys(section.meta.values).join(', ') || '(none yet)'}.`;
    errors.push(new PolicyError(file, line, `There is no figure called ${written}.`, remedy));
    return written;
  });
}
