/** Many Word files have no headings, only bold lines that look like them. */
import type { Block } from './block';

const BOLD_LINE = /^\*\*([^*\n]{2,80})\*\*$/;

/** Bold lines of their own become headings where the file has no other below its title. */
export function promoteBoldLines(blocks: readonly Block[]): readonly Block[] {
  const headings = blocks.filter((block) => block.kind === 'heading').length;
  if (headings > 1) return withTitle(blocks);
  return blocks.map((block, index): Block => {
    const text = block.kind === 'body' ? BOLD_LINE.exec(block.markdown)?.[1]?.trim() : undefined;
    const followed = blocks[index + 1]?.kind === 'body';
    if (text === undefined || !followed || /[.,;]$/.test(text)) return block;
    return {
      kind: 'heading',
      level: headings === 0 && index === 0 ? 1 : 2,
      text: text.replace(/:$/, ''),
    };
  });
}

/** In a file with headings, a bold line above all of them is its title. */
function withTitle(blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  const text = first?.kind === 'body' ? BOLD_LINE.exec(first.markdown)?.[1]?.trim() : undefined;
  if (text === undefined || rest[0]?.kind !== 'heading') return blocks;
  return [{ kind: 'heading', level: 0, text }, ...rest];
}
