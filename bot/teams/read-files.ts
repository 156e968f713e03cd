/** The files of a message: shared from OneDrive, or pictures put into the message itself. */
import { z } from 'zod';
import type { Activity } from './activity';

export type SharedFile =
  | { readonly kind: 'shared'; readonly name: string; readonly address: string }
  /** Held by the channel itself, which gives it out to the bot alone. */
  | {
      readonly kind: 'inline';
      readonly name: string;
      readonly attachment: string;
      readonly view: string;
    };

const SHARED = 'application/vnd.microsoft.teams.file.download.info';
const SharedContent = z.object({ downloadUrl: z.string().max(4000) });
const INLINE = /\/v3\/attachments\/([A-Za-z0-9][\w.:~-]*)\/views\/([A-Za-z0-9]+)$/;

/** Teams adds the message's own words as an attachment, and cards: those are no files. */
export const filesIn = ({ attachments = [] }: Activity): readonly SharedFile[] =>
  attachments.flatMap(fileOf);

function fileOf({
  contentType,
  contentUrl,
  name = '',
  content,
}: NonNullable<Activity['attachments']>[number]): readonly SharedFile[] {
  if (contentType === SHARED) {
    const address = SharedContent.safeParse(content).data?.downloadUrl;
    // Without an address it cannot be fetched, which is told.
    return [{ kind: 'shared', name, address: address ?? '' }];
  }
  if (!contentType.startsWith('image/')) return [];
  const path = URL.canParse(contentUrl ?? '') ? new URL(contentUrl ?? '').pathname : '';
  const [, attachment = '', view = ''] = INLINE.exec(path) ?? [];
  return [{ kind: 'inline', name, attachment, view }];
}
