/** What the web door is made of, and what every page of it needs to know about its reader. */
import { serialize } from 'cookie';
import type { Intake } from '../attachments/take-in';
import type { Converse } from '../conversation/converse';
import type { OutgoingMessages } from '../conversation/outgoing';
import type { Directory, Person } from '../directory/directory';
import type { Call } from '../http/route';
import type { Log } from '../log';
import type { MailNotices } from '../mail/mail-notices';
import type { DocumentStore, PolicySet, VariationStore } from '../../knowledge';
import type { OwnDataTools } from '../own-data/for-the-person';
import type { Assets } from './assets';
import type { Render } from './render';
import type { OpenId } from './open-id';
import type { Session, Sessions } from './sessions';

/**
 * How people show who they are. `choose-a-person` is for one machine alone: whoever sits there says
 * who they are. Where it is `off`, chat and console are closed.
 */
export type SignIn = 'choose-a-person' | 'off' | OpenId;

export interface WebParts {
  readonly converse: Converse;
  readonly outgoing: Pick<OutgoingMessages, 'history'>;
  readonly directory: Directory;
  /** Told of what people have before them. Left out where nobody is e-mailed about the rest. */
  readonly mails?: Pick<MailNotices, 'seen'>;
  /** Left out where nothing is kept. */
  readonly ownData?: Omit<OwnDataTools, 'directory'>;
  /** Left out where no files can come in. */
  readonly intake?: Intake;
  /** Read at each call: the set may be replaced while the server runs. */
  readonly knowledge: { readonly set: PolicySet };
  /** What organisations say beside the national set. */
  readonly variations: Pick<VariationStore, 'current'>;
  /** What they imported. */
  readonly documents: Pick<DocumentStore, 'current'>;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  /** The project's folder, with its templates and packages. */
  readonly root: string;
  /** The address that staff see, where a proxy stands in front. */
  readonly publicUrl?: string | undefined;
  /** At least 128 random bits as letters, digits and hyphens. */
  readonly newId: () => string;
  readonly log: Log;
  /** Read and compiled already, where another room draws its pages with them too. */
  readonly assets?: Assets;
  readonly render?: Render;
}

export interface WebTools extends WebParts {
  readonly render: Render;
}

/** Somebody with a session who is still in the directory. */
export interface Visitor {
  readonly session: Session;
  readonly person: Person;
}

export const SESSION_COOKIE = 'people-services';

/** @param how `touch` where the person did something, `peek` where the page asked by itself */
export async function visitorOf(
  { sessions, directory, publicUrl }: Pick<WebParts, 'sessions' | 'directory' | 'publicUrl'>,
  { cookies, now }: Pick<Call, 'cookies' | 'now'>,
  how: 'touch' | 'peek' = 'touch',
): Promise<Visitor | undefined> {
  const session = sessions[how](cookies[cookieName({ publicUrl }, SESSION_COOKIE)], now);
  if (session === undefined) return undefined;
  const person = await directory.person(session.person);
  return person === undefined ? undefined : { session, person };
}

const isEncrypted = ({ publicUrl }: Pick<WebParts, 'publicUrl'>): boolean =>
  publicUrl?.startsWith('https:') ?? false;

/**
 * With this prefix a browser takes the cookie from this server alone: a neighbour under the same
 * domain cannot put its own in the place of ours (RFC 6265bis §4.1.3.2).
 */
export const cookieName = (tools: Pick<WebParts, 'publicUrl'>, name: string): string =>
  isEncrypted(tools) ? `__Host-${name}` : name;

/**
 * @param maxAge in seconds; 0 takes the cookie away
 * @param sameSite `lax` where it must come along when somebody is sent here from elsewhere
 */
export const cookie = (
  tools: Pick<WebParts, 'publicUrl'>,
  name: string,
  value: string,
  maxAge?: number,
  sameSite: 'strict' | 'lax' = 'strict',
): string =>
  serialize(cookieName(tools, name), value, {
    httpOnly: true,
    sameSite,
    path: '/',
    secure: isEncrypted(tools),
    ...(maxAge === undefined ? {} : { maxAge }),
  });

type Place = 'chat' | 'policies' | 'help';

/** What the layout draws around every page of this door. */
export function frame(
  { signIn }: Pick<WebParts, 'signIn'>,
  visitor: Visitor | undefined,
  place: Place | undefined,
): Readonly<Record<string, unknown>> {
  const items = [
    { place: 'chat', text: 'Chat', href: '/chat' },
    { place: 'policies', text: 'Policies', href: '/policies' },
    { place: 'help', text: 'Who can see this', href: '/help' },
    ...(visitor !== undefined && visitor.person.roles.length > 0
      ? [{ place: 'console', text: 'Console', href: '/console' }]
      : []),
  ];
  return {
    navigation: items
      .filter((item) => signIn !== 'off' || item.place !== 'chat')
      .map((item) => ({ ...item, current: item.place === place })),
    homeHref: signIn === 'off' ? '/policies' : '/',
    account: visitor && { name: visitor.person.name, key: visitor.session.key },
  };
}
