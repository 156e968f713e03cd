/** What every reader makes of a file: headings, and Markdown between them, in reading order. */
export type Block =
  | {
      readonly kind: 'heading';
      /** 1 is the highest; 0 for the title of a Word document, which stands above its headings. */
      readonly level: number;
      readonly text: string;
      /** 1-based line in the file, where the kind of file has lines. */
      readonly line?: number;
    }
  | { readonly kind: 'body'; readonly markdown: string };

export interface ReadDocument {
  /** As its writer says it in front matter. */
  readonly title: string | null;
  /** As the program that saved it says: good where no heading names the whole. */
  readonly savedAs: string | null;
  readonly blocks: readonly Block[];
}
