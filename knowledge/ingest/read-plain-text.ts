/** Plain text: paragraphs between blank lines; numbered, underlined or capital lines are headings. */
import type { Block, ReadDocument } from './block';
import { tidyWords } from './tidy-words';

const UNDERLINE = /^\s*(?:={3,}|-{3,}|~{3,})\s*$/;
const NUMBERED = /^(\d+(?:\.\d+)*)[.)]?\s+\p{Lu}[^.;!]{1,70}$/u;
const BULLET = /^\s*(?:[-*•o·–]|\(?[a-z0-9]{1,2}[.)])\s+(?=\S)/;

export function readPlainText(text: string): ReadDocument {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'body', markdown: paragraphMarkdown(paragraph) });
    paragraph = [];
  };
  for (const [index, line] of lines.entries()) {
    const words = tidyWords(line);
    const level = headingLevel(lines, index);
    if (words === '' || UNDERLINE.test(line)) flush();
    else if (level > 0) {
      flush();
      blocks.push({
        kind: 'heading',
        level,
        text: tidyWords(words.replace(/:$/, '')),
        line: index + 1,
      });
    } else paragraph.push(line);
  }
  flush();
  return { title: null, savedAs: null, blocks };
}

/** 0 for a line that is no heading. */
function headingLevel(lines: readonly string[], index: number): number {
  const line = (lines[index] ?? '').trim();
  const below = lines[index + 1] ?? '';
  const alone = (lines[index - 1] ?? '').trim() === '' || UNDERLINE.test(lines[index - 1] ?? '');
  if (line === '' || line.length > 80 || !alone || UNDERLINE.test(line)) return 0;
  if (UNDERLINE.test(below)) return below.trim().startsWith('=') ? 1 : 2;
  const numbered = NUMBERED.exec(line);
  if (numbered !== null && below.trim() === '') return (numbered[1] ?? '').split('.').length + 1;
  const capitals = /\p{Lu}{3}/u.test(line) && line === line.toUpperCase() && !BULLET.test(line);
  if (capitals) return firstWords(lines) === index ? 1 : 2;
  return 0;
}

const firstWords = (lines: readonly string[]): number =>
  lines.findIndex((line) => line.trim() !== '');

/** Lines that were only wrapped are joined; bullets stay apart. */
function paragraphMarkdown(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const bullet = BULLET.exec(line)?.[0];
    const words = tidyWords(bullet === undefined ? line : line.slice(bullet.length));
    if (bullet !== undefined) text += `\n- ${words}`;
    else if (/\S {3,}\S|\t\S/.test(line.trim())) text += `\n- ${columns(line)}`;
    else text += ` ${words}`;
  }
  return text.trim();
}

/** "5 years      29 days": words set out in columns. */
function columns(line: string): string {
  const cells = line
    .trim()
    .split(/ {3,}|\t+/)
    .map(tidyWords);
  return cells.length === 2
    ? `${(cells[0] ?? '').replace(/:$/, '')}: ${cells[1] ?? ''}`
    : cells.join('; ');
}
