/** An HTML page as headings and Markdown: only what its reader came for, nothing that can run. */
import type { Block, ReadDocument } from './block';
import { isTooDeep, tooDeep } from './too-deep';
import {
  childrenCalled,
  DomUtils,
  first,
  isBlock,
  isDropped,
  isElement,
  parseDocument,
  type HtmlElement,
  type HtmlNode,
} from './html-node';
import { isLayout, readTable } from './html-table';
import { inlineWords, type Notes } from './inline-words';
import { promoteBoldLines } from './promote-bold-lines';
import { tableMarkdown } from './table-rows';
import { tidyWords } from './tidy-words';

export function readHtml(html: string): ReadDocument {
  if (isTooDeep(html)) throw tooDeep();
  const { children } = parseDocument(html, { withStartIndices: true });
  const notes = takeNotes(children);
  const lines = lineCounter(html);
  const blocks: Block[] = [];
  flow(mainContent(children), { notes, lineOf: (node) => lines(node.startIndex ?? 0) }, blocks);
  const title = first(children, ({ name, parent }) => name === 'title' && parent !== null);
  return {
    title: null,
    savedAs: title === null ? null : pageTitle(tidyWords(DomUtils.textContent(title))),
    blocks: promoteBoldLines(blocks),
  };
}

interface Reading {
  readonly notes: Notes;
  readonly lineOf: (node: HtmlElement) => number;
}

/** `main`, or the only article, or all of the page. */
function mainContent(nodes: HtmlNode[]): HtmlNode[] {
  const main = first(nodes, ({ name, attribs }) => name === 'main' || attribs.role === 'main');
  if (main !== null) return main.children;
  const articles = DomUtils.findAll(({ name }) => name === 'article', nodes);
  const [only] = articles;
  return articles.length === 1 && only !== undefined ? only.children : nodes;
}

/** "Annual leave | Staff intranet" names the page before the site. */
function pageTitle(text: string): string | null {
  const [page = ''] = text.split(/\s+[|·–—]\s+|\s+-\s+/);
  return page === '' ? null : page;
}

/** Word's footnotes are told in brackets where they belong, and taken from the end. */
function takeNotes(nodes: HtmlNode[]): Notes {
  const notes = new Map<string, string>();
  const items = DomUtils.findAll(
    ({ name, attribs }) => name === 'li' && /^(?:foot|end)note-\d+$/.test(attribs.id ?? ''),
    nodes,
  );
  for (const item of items) {
    const text = tidyWords(DomUtils.textContent(item).replace(/\s+/g, ' ').replaceAll('↑', ''));
    notes.set(`#${item.attribs.id ?? ''}`, text);
    DomUtils.removeElement(item);
  }
  return notes;
}

/** What stands outside any block becomes a paragraph of its own. */
function flow(nodes: readonly HtmlNode[], reading: Reading, out: Block[]): void {
  let inline: HtmlNode[] = [];
  const flush = (): void => {
    say(inlineWords(inline, reading.notes), out);
    inline = [];
  };
  for (const node of nodes) {
    if (isDropped(node)) continue;
    if (isElement(node) && isBlock(node)) {
      flush();
      readBlock(node, reading, out);
    } else inline.push(node);
  }
  flush();
}

function say(markdown: string, out: Block[]): void {
  if (markdown !== '') out.push({ kind: 'body', markdown });
}

function readBlock(element: HtmlElement, reading: Reading, out: Block[]): void {
  const { name } = element;
  const heading = /^h([1-6])$/.exec(name);
  if (heading !== null) {
    const text = inlineWords(element.children, reading.notes)
      .replaceAll('**', '')
      .replaceAll('\n', ' ');
    const line = Number(element.attribs['data-line'] ?? reading.lineOf(element));
    if (text !== '')
      out.push({
        kind: 'heading',
        level: element.attribs.class === 'document-title' ? 0 : Number(heading[1]),
        text,
        line,
      });
  } else if (name === 'ul' || name === 'ol') say(listMarkdown(element, reading.notes, ''), out);
  else if (name === 'dl') say(termsMarkdown(element, reading.notes), out);
  else if (name === 'summary')
    say(`**${inlineWords(element.children, reading.notes).replaceAll('**', '')}**`, out);
  else if (name === 'table' && !isLayout(element)) {
    for (const caption of childrenCalled(element, 'caption'))
      say(`**${inlineWords(caption.children, reading.notes)}**`, out);
    say(tableMarkdown(readTable(element, reading.notes)), out);
  } else flow(element.children, reading, out);
}

function listMarkdown(list: HtmlElement, notes: Notes, indent: string): string {
  return childrenCalled(list, 'li')
    .map((item, index) => {
      const nested = item.children
        .filter(isElement)
        .filter(({ name }) => name === 'ul' || name === 'ol');
      const own = item.children.filter((child) => !(isElement(child) && nested.includes(child)));
      const words = own.map((child) =>
        isElement(child) && isBlock(child)
          ? ` ${inlineWords([child], notes)} `
          : inlineWords([child], notes) === ''
            ? ' '
            : keepEnds(child, notes),
      );
      const mark = list.name === 'ol' ? `${index + 1}.` : '-';
      const text = `${indent}${mark} ${words.join('').replace(/\s+/g, ' ').trim()}`;
      return [text, ...nested.map((inner) => listMarkdown(inner, notes, `${indent}  `))].join('\n');
    })
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .join('\n');
}

/** Blanks at the ends of a piece of text part it from its neighbours. */
function keepEnds(node: HtmlNode, notes: Notes): string {
  const raw = DomUtils.textContent(node);
  const words = inlineWords([node], notes);
  return `${/^\s/.test(raw) ? ' ' : ''}${words}${/\s$/.test(raw) ? ' ' : ''}`;
}

function termsMarkdown(list: HtmlElement, notes: Notes): string {
  const parts = DomUtils.findAll(({ name }) => name === 'dt' || name === 'dd', list.children);
  return parts
    .map(({ name, children }) => {
      const text = inlineWords(children, notes).replace(/\s+/g, ' ');
      return name === 'dt' ? `- ${text.replaceAll('**', '').replace(/:$/, '')}:` : ` ${text}\n`;
    })
    .join('')
    .replace(/\n(?= )/g, '')
    .trim();
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let line = 0;
    while ((starts[line + 1] ?? Infinity) <= offset) line += 1;
    return line + 1;
  };
}
