/** Running text of an HTML element as Markdown: bold kept, links as their words. */
import { DomUtils, isDropped, isElement, type HtmlNode } from './html-node';
import { tidyWords } from './tidy-words';

/** Footnotes by id, told where they are pointed at. */
export type Notes = ReadonlyMap<string, string>;

const DELETED = new Set(['del', 's', 'strike']);

export function inlineWords(nodes: readonly HtmlNode[], notes: Notes): string {
  return nodes
    .map((node) => wordsOf(node, notes))
    .join('')
    .split('\n')
    .map(tidyWords)
    .join('\n')
    .replace(/\*\*\s*\*\*/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function wordsOf(node: HtmlNode, notes: Notes): string {
  if (DomUtils.isText(node)) return node.data.replace(/\s+/g, ' ');
  if (!isElement(node) || isDropped(node) || DELETED.has(node.name)) return '';
  if (node.name === 'br') return '\n';
  if (node.name === 'a') {
    const note = notes.get(node.attribs.href ?? '');
    if (note !== undefined) return ` (${note})`;
  }
  const inner = node.children.map((child) => wordsOf(child, notes)).join('');
  return node.name === 'strong' || node.name === 'b' ? bold(inner) : inner;
}

function bold(text: string): string {
  const plain = text.replaceAll('**', '').trim();
  if (plain === '' || plain.includes('\n')) return text;
  return `${/^\s/.test(text) ? ' ' : ''}**${plain}**${/\s$/.test(text) ? ' ' : ''}`;
}
