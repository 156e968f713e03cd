/** Files come in with the chat: a form of its own, which works with a script and without. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Intake } from '../attachments/take-in';
import { json, seeOther, type HttpRequest, type HttpResponse, type Route } from '../http/route';
import type { UploadedFile } from '../http/read-multipart';
import { wording } from '../wording';
import { admitVisitor, signedOut, wantsJson } from './admit-visitor';
import { webConversationOf } from '../conversation/web-conversation';
import { chatPage, fragments, refuse, takeTurn } from './chat-routes';
import { isFromOurPages, isSameSecret } from './guard';
import { visitorOf, type Visitor, type WebTools } from './web-parts';
import { MessageName } from './message-name';

/** For what a form has beside its files. */
const FORM_BYTES = 64 * 1024;
/** Each holds megabytes in memory while it comes in. */
const FILES_PER_MINUTE = 120;

export const fileRoutes = (tools: WebTools): Route[] => {
  const { intake } = tools;
  if (intake === undefined) return [];
  const limit = intake.mostBytes + FORM_BYTES;
  return [
    {
      method: 'POST',
      path: '/chat/files',
      takes: 'files',
      limit,
      perMinute: FILES_PER_MINUTE,
      admit: admitVisitor(tools),
      handle: (request) => takeForm(tools, intake, request),
      unread: (request, problem) =>
        notTaken(
          tools,
          request,
          problem === 'too-large'
            ? { status: 413, problem: wording.files.togetherTooBig(intake.mostBytes) }
            : { status: 400, problem: wording.files.notUnderstood },
        ),
    },
  ];
};

const FilesForm = z.object({
  fields: z.object({
    key: z.string().max(200),
    message: MessageName,
    draft: z.string().max(100),
    after: z.coerce.number().int().nonnegative().catch(0),
  }),
  files: z.array(z.custom<UploadedFile>()),
});
type FilesForm = z.infer<typeof FilesForm>;

interface Trouble {
  readonly status: number;
  readonly problem: string;
}

async function takeForm(
  tools: WebTools,
  intake: Intake,
  request: HttpRequest,
): Promise<HttpResponse> {
  const visitor = await visitorOf(tools, request);
  if (visitor === undefined) return signedOut(request);
  const form = FilesForm.safeParse(request.body);
  const isOurs =
    form.success &&
    isSameSecret(form.data.fields.key, visitor.session.key) &&
    isFromOurPages(request, tools.publicUrl);
  if (!isOurs) return refuse(tools, request, visitor);

  const trouble = await addFiles(tools, intake, request, visitor, form.data);
  if (trouble !== undefined) return notTaken(tools, request, trouble);
  return wantsJson(request)
    ? fragments(tools, request, visitor, form.data.fields.after)
    : seeOther('/chat#latest');
}

/** @returns what was wrong, where no file was added */
async function addFiles(
  tools: WebTools,
  intake: Intake,
  request: HttpRequest,
  visitor: Visitor,
  { fields, files: sent }: FilesForm,
): Promise<Trouble | undefined> {
  if (sent.length === 0) return { status: 422, problem: wording.files.chooseFirst };
  const conversation = webConversationOf(visitor.person.id);
  const message = messageId(fields.message, sent);
  const { files, refused } = await intake.takeIn(sent, { conversation, message, at: request.now });
  if (files.length === 0) {
    const told = refused.map(({ problem, name }) =>
      wording.files.refused(problem, name, intake.mostBytes),
    );
    return { status: 422, problem: told.join(' ') };
  }
  const { draft } = fields;
  const said = { kind: 'files', count: sent.length, files, refused, draft } as const;
  const isKept = await takeTurn(tools, request, visitor, { message, said });
  return isKept ? undefined : { status: 503, problem: wording.errors.failed };
}

/** The same files sent twice from one page are one message; others sent from it are another. */
function messageId(page: string, files: readonly UploadedFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${name}:${bytes.length}:`).update(bytes);
  return `${page}.${hash.digest('hex').slice(0, 16)}`;
}

async function notTaken(
  tools: WebTools,
  request: HttpRequest,
  { status, problem }: Trouble,
): Promise<HttpResponse> {
  if (wantsJson(request)) return json({ error: problem }, status);
  const visitor = await visitorOf(tools, request);
  return visitor === undefined
    ? signedOut(request)
    : chatPage(tools, request, visitor, { fileProblem: problem }, status);
}
