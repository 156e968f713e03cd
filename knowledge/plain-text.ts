/** A clause's Markdown as plain words, for quotes and for the terminal. */
const LIST_ITEM = /^\s*(?:[-*+]|\d+\.)\s+/gm;
const TABLE_RULE = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$/gm;

/** Without emphasis, list marks, table rules and link addresses; line ends kept. */
export function plainText(markdown: string): string {
  return markdown
    .replace(TABLE_RULE, '')
    .replace(LIST_ITEM, '')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/^\s*\|\s*/gm, '')
    .replace(/\s*\|\s*$/gm, '')
    .replace(/\s*\|\s*/g, ', ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
