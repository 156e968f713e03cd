/**
 * The Markdown of a reply as HTML: paragraphs, lists, bold, and `[n]` as a link to what it cites.
 * Links, pictures and HTML stay plain words, whoever wrote them: a reply may repeat what a person
 * typed.
 */
import MarkdownIt from 'markdown-it';
import type { ShownCitation } from '../conversation/reply';

const POINTER = /^\[(\d{1,3})\]/;
/** Of a request, or of a question for a person. */
const REFERENCE = /\b(?:PS|TP)-[0-9A-Z]{6}\b/g;

interface Environment {
  readonly citations: ReadonlyMap<number, ShownCitation>;
}

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });
markdown.disable([
  'link',
  'image',
  'autolink',
  'reference',
  'code',
  'fence',
  'heading',
  'lheading',
]);
markdown.inline.ruler.before('emphasis', 'citation', (state, silent) => {
  const match = POINTER.exec(state.src.slice(state.pos, state.pos + 6));
  const env = state.env as Environment; // markdown-it hands back what `replyHtml` gave it
  const citation = match === null ? undefined : env.citations.get(Number(match[1]));
  if (match === null || citation === undefined) return false;
  if (!silent) state.push('citation', '', 0).meta = citation;
  state.pos += match[0].length;
  return true;
});
markdown.renderer.rules.citation = (tokens, index) => {
  const { number, url } = tokens[index]?.meta as ShownCitation; // the rule above put it there
  const shown = `<span class="nhsuk-u-visually-hidden">Source </span>[${number}]`;
  if (url === null) return `<span class="citation">${shown}</span>`;
  return `<a class="citation" href="${markdown.utils.escapeHtml(url)}">${shown}</a>`;
};

// Read out on the phone or typed again, it must not be torn at the end of a line.
markdown.renderer.rules.text = (tokens, index) =>
  markdown.utils
    .escapeHtml(tokens[index]?.content ?? '')
    .replaceAll(REFERENCE, '<span class="reference">$&</span>');

/** A pointer to a citation that is not there stays as it was written. */
export function replyHtml(text: string, citations: readonly ShownCitation[]): string {
  const environment: Environment = {
    citations: new Map(citations.map((citation) => [citation.number, citation])),
  };
  return markdown.render(text, environment);
}
