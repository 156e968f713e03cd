/** The tree of an HTML file, and the few questions we put to it. */
import { DomUtils, parseDocument } from 'htmlparser2';

export type HtmlNode = ReturnType<typeof parseDocument>['children'][number];
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;

export const isElement = (node: HtmlNode): node is HtmlElement => DomUtils.isTag(node);

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section ' +
    'summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const DROPPED = new Set(
  (
    'script style noscript template head nav aside footer iframe object embed svg math canvas ' +
    'button input select textarea form video audio map dialog img picture link meta base'
  ).split(' '),
);
const DROPPED_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'dialog', 'alert']);
/** Furniture of a page, told by a whole word in its class or id. */
const FURNITURE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|cookies?|skip|skiplink|toc|pagination|pager|footer|masthead|share|social|related|banner)(?:$|[\s_-])/i;

export const isBlock = (node: HtmlNode): boolean =>
  isElement(node) && (BLOCKS.has(node.name) || node.children.some(isBlock));

/** Navigation, scripts and whatever a reader of the page does not see. */
export function isDropped(node: HtmlNode): boolean {
  if (!isElement(node)) return !DomUtils.isText(node);
  const { attribs, name } = node;
  if (DROPPED.has(name) && !(name === 'form' && wrapsThePage(node))) return true;
  if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true;
  if (DROPPED_ROLES.has(attribs.role ?? '')) return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '')) return true;
  if (name === 'header') return !has(node, 'h1');
  const named = `${attribs.class ?? ''} ${attribs.id ?? ''}`;
  return FURNITURE.test(named) && !has(node, 'h1') && name !== 'body' && name !== 'html';
}

/** SharePoint puts the whole page into one form. */
const wrapsThePage = (form: HtmlElement): boolean => has(form, 'h1') || has(form, 'h2');

export const has = (node: HtmlElement, name: string): boolean =>
  DomUtils.existsOne((child) => child.name === name, node.children);

export const first = (
  nodes: HtmlNode[],
  test: (node: HtmlElement) => boolean,
): HtmlElement | null => DomUtils.findOne(test, nodes, true);

export const childrenCalled = (node: HtmlElement, ...names: readonly string[]): HtmlElement[] =>
  node.children.filter(isElement).filter((child) => names.includes(child.name));

export { DomUtils, parseDocument };
