/** The Markdown of the policies as HTML: headings, lists and tables; HTML in it stays plain words. */
import MarkdownIt from 'markdown-it';

export const markdown = new MarkdownIt({ html: false, linkify: false });
// A wide table scrolls by itself, by keyboard too; the page never does.
markdown.renderer.rules.table_open = () =>
  '<div class="wide" role="region" aria-label="Table" tabindex="0"><table class="nhsuk-table">';
markdown.renderer.rules.table_close = () => '</table></div>';
