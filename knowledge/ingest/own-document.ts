/**
 * A document that an organisation has imported, as it was read. It is answered from until the
 * same name is imported again, or taken out.
 */
import { z } from 'zod';

export const DocumentSection = z.object({
  heading: z.string(),
  /** Headings above this one, highest first, without the title of the document. */
  above: z.array(z.string()),
  /** The anchor of the heading, which no other section of the document has. */
  slug: z.string(),
  /** 1-based; 1 where the kind of file has no lines. */
  line: z.int(),
  /** Markdown. */
  text: z.string(),
});
export type DocumentSection = z.infer<typeof DocumentSection>;

export interface ReadSections {
  readonly title: string;
  readonly sections: readonly DocumentSection[];
}

export interface OwnDocument extends ReadSections {
  readonly organisation: string;
  /** The path below the folder that was imported, with forward slashes: `people/leave.docx`. */
  readonly name: string;
  /** The folder that it came from: importing that folder again takes out what is no longer there. */
  readonly folder: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly at: Date;
}

/** One step in the life of a document. A removal has no sections. */
export interface DocumentEntry extends OwnDocument {
  readonly state: 'imported' | 'removed';
}

/** Where they are kept. Every implementation must pass test/contracts/document-store.ts. */
export interface DocumentStore {
  /** Grows with every import and removal: 0 for an organisation with nothing. Cheap: asked with every question. */
  version(organisation: string): Promise<number>;
  /** What is answered from now, by name. */
  current(organisation: string): Promise<readonly OwnDocument[]>;
  /** All of the document or nothing of it. */
  add(entry: DocumentEntry): Promise<void>;
}
