/** One document as a Policy: each heading with words under it is a clause. */
import { type Clause, type Policy, STAFF_GROUPS } from '../policies/schema';
import type { Block, ReadDocument } from './block';
import type { DocumentSection, ReadSections } from './own-document';
import { createSlugger } from './slugger';

const ALWAYS = { effective: '0001-01-01', review: '9999-12-31' } as const;

/**
 * @param file relative to the folder, with forward slashes
 * @returns undefined for a document without words
 */
export function toSections(file: string, document: ReadDocument): ReadSections | undefined {
  const title = titleOf(withoutEnding(file), document);
  const sections = sectionsOf(document.blocks, title);
  return sections.length === 0 ? undefined : { title, sections };
}

/** @param urlOf where a section opens, by its anchor; left out for documents that have no page */
export function toPolicy(
  file: string,
  id: string,
  { title, sections }: ReadSections,
  urlOf: (slug: string) => string | null = () => null,
): Policy {
  const clauses = sections.map((section, index) => ({
    ...toClause(file, id, title, section, index + 1),
    url: urlOf(section.slug),
  }));
  return { meta: metaOf(id, title), introduction: '', clauses, file };
}

export const withoutEnding = (file: string): string => file.replace(/\.[^./]+$/, '');

function titleOf(id: string, { title, savedAs, blocks }: ReadDocument): string {
  if (title !== null) return title;
  const headings = blocks.filter((block) => block.kind === 'heading');
  const highest = Math.min(...headings.map(({ level }) => level));
  const [first, ...others] = headings.filter(({ level }) => level === highest);
  // A PDF's running title may stand above it, in smaller print.
  if (first !== undefined && others.length === 0 && (highest <= 1 || first === blocks[0]))
    return first.text;
  if (savedAs !== null) return savedAs;
  const name = (id.split('/').at(-1) ?? id).replace(/[-_.+\s]+/g, ' ').trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function sectionsOf(blocks: readonly Block[], title: string): DocumentSection[] {
  const slugOf = createSlugger();
  const sections: DocumentSection[] = [];
  const trail: { level: number; text: string }[] = [];
  let open = { heading: title, above: [] as string[], slug: '', line: 1 };
  let words: string[] = [];
  const close = (): void => {
    if (words.length > 0) sections.push({ ...open, text: words.join('\n\n') });
    words = [];
  };
  for (const block of blocks) {
    if (block.kind === 'body') {
      words.push(block.markdown);
      continue;
    }
    close();
    while ((trail.at(-1)?.level ?? -1) >= block.level) trail.pop();
    const above = trail.map(({ text }) => text).filter((text) => text !== title);
    open = { heading: block.text, above, slug: slugOf(block.text), line: block.line ?? 1 };
    trail.push(block);
  }
  close();
  // Words before the first heading take what the headings have left of the title's anchor.
  return sections.map((section) =>
    section.slug === '' ? { ...section, slug: slugOf(title) } : section,
  );
}

function toClause(
  file: string,
  id: string,
  title: string,
  section: DocumentSection,
  number: number,
): Clause {
  const path = [...section.above, ...(section.heading === title ? [] : [section.heading])];
  return {
    id: `${id}#${section.slug}`,
    number,
    policy: id,
    policyTitle: title,
    version: null,
    url: null,
    heading: section.heading,
    question: path.join(': ') || title,
    asks: [],
    yes: [],
    no: [],
    text: section.text,
    values: {},
    sources: [],
    confidence: 'confirmed',
    for: 'everyone',
    staffGroups: STAFF_GROUPS,
    opening: 'none',
    support: false,
    local: false,
    ...ALWAYS,
    when: undefined,
    until: undefined,
    services: [],
    sum: undefined,
    next: [],
    differs: [],
    mistaken: [],
    file,
    line: section.line,
  };
}

function metaOf(id: string, title: string): Policy['meta'] {
  return {
    id,
    title,
    summary: title,
    owner: '',
    version: '',
    ...ALWAYS,
    staffGroups: [...STAFF_GROUPS],
    opening: 'none',
    support: false,
    services: [],
    sources: [],
    notCovered: [],
  };
}
