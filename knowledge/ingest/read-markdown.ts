/** A Markdown file, its front matter optional, through the same tree as a page of HTML. */
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ReadDocument } from './block';
import { readHtml } from './read-html';

const markdown = new MarkdownIt({ html: true });
const FrontMatter = z.object({ title: z.string().trim().min(1) });
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

export function readMarkdown(text: string): ReadDocument {
  const front = FRONT_MATTER.exec(text);
  const before = front === null ? 0 : front[0].split('\n').length - 1;
  const tokens = markdown.parse(text.slice(front?.[0].length ?? 0), {});
  for (const token of tokens) {
    if (token.type === 'heading_open' && token.map !== null)
      token.attrSet('data-line', String(token.map[0] + 1 + before));
  }
  const { savedAs, blocks } = readHtml(markdown.renderer.render(tokens, markdown.options, {}));
  return { title: titleOf(front?.[1]), savedAs, blocks };
}

/** What else stands there belongs to other programs, and so do its mistakes. */
function titleOf(front: string | undefined): string | null {
  if (front === undefined) return null;
  try {
    const read = FrontMatter.safeParse(parse(front));
    return read.success ? read.data.title : null;
  } catch {
    return null;
  }
}
