/** Turns one Markdown file into a Policy, or says which lines are wrong and how to mend them. */
import MarkdownIt from 'markdown-it';
import { PolicyError } from './policy-error';
import { readYaml } from './read-yaml';
import { ClauseMeta, PolicyMeta, type Clause, type Policy } from './schema';

const markdown = new MarkdownIt();
const FIGURE_NAME = /\{([a-z0-9.-]+)\}/g;

interface Section {
  readonly heading: string;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly meta: ClauseMeta;
  readonly body: string;
  readonly bodyLine: number;
}

/** @returns the policy, or every mistake in the file (never an empty list) */
export function parsePolicy(
  file: string,
  content: string,
): { policy: Policy } | { errors: PolicyError[] } {
  const lines = content.replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    const remedy = 'Begin with a line "---", the fields of the policy, and another line "---".';
    return { errors: [new PolicyError(file, 1, 'The file has no front matter.', remedy)] };
  }
  const head = readYaml(PolicyMeta, lines.slice(1, end).join('\n'), file, 2);
  const { introduction, sections, errors } = readSections(file, lines, end + 1);
  if ('errors' in head) return { errors: [...head.errors, ...errors] };

  errors.push(...checkTogether(file, head.value, sections));
  const clauses = sections.map((section) => toClause(file, head.value, section, sections, errors));
  if (errors.length > 0) return { errors };
  return { policy: { meta: head.value, introduction, clauses, file } };
}

function readSections(
  file: string,
  lines: readonly string[],
  bodyStart: number,
): { introduction: string; sections: Section[]; errors: PolicyError[] } {
  const errors: PolicyError[] = [];
  const sections: Section[] = [];
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
    const meta = readYaml(ClauseMeta, part.slice(open + 1, close).join('\n'), file, line + open + 2);
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

function checkTogether(file: string, meta: PolicyMeta, sections: readonly Section[]): PolicyError[] {
  const errors: PolicyError[] = [];
  const seen = new Map<number, number>();
  const known = new Set(meta.sources.map((source) => source.id));
  const numbers = new Set(sections.map((section) => section.meta.id));
  for (const { meta: clause, line } of sections) {
    const first = seen.get(clause.id);
    if (first !== undefined) {
      const problem = `Clause ${clause.id} is already on line ${first}.`;
      errors.push(new PolicyError(file, line, problem, 'Give each clause a number of its own; never use one again.'));
    }
    seen.set(clause.id, line);
    for (const source of clause.sources.filter((id) => !known.has(id))) {
      const problem = `The clause names source "${source}", which the front matter does not list.`;
      errors.push(new PolicyError(file, line, problem, `The sources are: ${[...known].join(', ')}.`));
    }
    for (const next of clause.next) {
      if (typeof next === 'number' && !numbers.has(next)) {
        const problem = `"next" names clause ${next}, which this policy does not have.`;
        errors.push(new PolicyError(file, line, problem, 'Name a clause of this policy, or the full id of another.'));
      }
    }
  }
  return errors;
}

function toClause(
  file: string,
  meta: PolicyMeta,
  section: Section,
  all: readonly Section[],
  errors: PolicyError[],
): Clause {
  const own = section.meta;
  return {
    id: `${meta.id}.${own.id}`,
    number: own.id,
    policy: meta.id,
    policyTitle: meta.title,
    version: meta.version,
    url: `/policies/${meta.id}#${meta.id}.${own.id}`,
    heading: section.heading,
    question: own.question,
    asks: own.asks,
    yes: own.yes,
    no: own.no,
    text: fillFigures(file, section, all, errors),
    values: own.values,
    sources: own.sources.flatMap((id) => meta.sources.filter((source) => source.id === id)),
    confidence: own.confidence,
    for: own.for,
    staffGroups: own.staffGroups ?? meta.staffGroups,
    opening: own.opening ?? meta.opening,
    support: own.support ?? meta.support,
    local: own.local,
    effective: own.effective ?? meta.effective,
    until: own.until,
    review: own.review ?? meta.review,
    services: own.services ?? meta.services,
    sum: own.sum,
    next: own.next.map((next) => (typeof next === 'number' ? `${meta.id}.${next}` : next)),
    file,
    line: section.line,
  };
}

/** `{days}` is a figure of this clause, `{3.days}` one of clause 3 of the same policy. */
function fillFigures(
  file: string,
  section: Section,
  all: readonly Section[],
  errors: PolicyError[],
): string {
  return section.body.replace(FIGURE_NAME, (written, name: string, offset: number) => {
    const [clause, figure] = name.includes('.') ? name.split('.', 2) : [undefined, name];
    const home = clause === undefined ? section : all.find(({ meta }) => meta.id === Number(clause));
    const value = figure === undefined ? undefined : home?.meta.values[figure];
    if (value !== undefined) return value;
    const line = section.bodyLine + section.body.slice(0, offset).split('\n').length - 1;
    const remedy = `Add it to "values", or name one of: ${Object.keys(section.meta.values).join(', ') || '(none yet)'}.`;
    errors.push(new PolicyError(file, line, `There is no figure called ${written}.`, remedy));
    return written;
  });
}
