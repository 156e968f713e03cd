/**
 * What there is to say against a card: by Microsoft's own renderer, by what Teams takes, and by
 * those who hear it read out or have a client that cannot draw it. Empty where all is well.
 */
import { Buffer } from 'node:buffer';
import type * as Cards from 'adaptivecards';

/** In a chat Teams takes more; nobody has agreed on how much. */
const MOST_BYTES = 25 * 1024;
const MOST_ACTIONS = 6;
const MOST_LOOKING = 60;

export function complaintsOf(card: object): string[] {
  const parts = partsOf(card);
  return [...ofTheRenderer(card), ...ofTheWhole(card, parts), ...parts.flatMap(ofAPart)];
}

type Part = Readonly<Record<string, unknown>> & { readonly type: string };

function ofTheRenderer(card: object): string[] {
  // Its entry is an ES module, which jest does not load; this is the same in the older form.
  const { AdaptiveCard, CardElement, HostConfig, SerializationContext, Version } =
    jest.requireActual<typeof Cards>('adaptivecards/dist/adaptivecards');
  // Its check of `lang` remembers where it stopped in the card before.
  if (CardElement.langProperty.regEx) CardElement.langProperty.regEx.lastIndex = 0;
  const context = new SerializationContext(new Version(1, 5));
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: MOST_ACTIONS } }); // as Teams has it
  parsed.parse(card, context);
  const said = Array.from(
    { length: context.eventCount },
    (_, at) => context.getEventAt(at).message,
  );
  return [...said, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

function ofTheWhole(card: object, parts: readonly Part[]): string[] {
  const { fallbackText, lang, refresh } = card as Partial<Record<string, unknown>>; // any card at all
  const ids = parts.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const looking = (refresh as { userIds?: unknown[] } | undefined)?.userIds ?? ['nobody asked'];
  return [
    ...(Buffer.byteLength(JSON.stringify(card)) > MOST_BYTES ? ['The card is over 25 KiB.'] : []),
    ...(isText(fallbackText) ? [] : ['There is no fallbackText.']),
    ...(isText(lang) ? [] : ['Nobody is told its language.']),
    ...(new Set(ids).size < ids.length ? ['Two parts have one id.'] : []),
    ...(looking.length > 0 && looking.length <= MOST_LOOKING ? [] : ['refresh: for nobody.']),
    ...parts
      .flatMap(({ targetElements }) => (targetElements as string[] | undefined) ?? [])
      .filter((id) => !ids.includes(id))
      .map((id) => `There is no "${id}" to show.`),
  ];
}

function ofAPart(part: Part): string[] {
  const { type, actions } = part;
  if (type === 'TextBlock')
    return [
      ...(part.wrap === true ? [] : [`"${String(part.text)}" is cut off where it is narrow.`]),
      ...(isText(part.text) ? [] : ['A TextBlock says nothing.']),
    ];
  if (type.startsWith('Input.'))
    return [
      // A toggle is called by its title.
      ...(isText(type === 'Input.Toggle' ? part.title : part.label) ? [] : [`${type}: no label.`]),
    ];
  if (type === 'Action.Submit' || type === 'Action.Execute') return ofAnAction(part);
  if (Array.isArray(actions) && actions.length > MOST_ACTIONS) return ['Actions beyond a row.'];
  return [];
}

function ofAnAction({ type, title, verb, fallback, data }: Part): string[] {
  const { press, nonce } = (data ?? {}) as Partial<Record<string, unknown>>; // whatever the card carries
  return [
    // A refresh is pressed by nobody.
    ...(isText(title) || press === undefined ? [] : ['A button has no name.']),
    ...(press === undefined || isText(nonce) ? [] : [`"${String(title)}" has no nonce.`]),
    ...(type === 'Action.Execute' && !isText(verb) ? ['An Execute has no verb.'] : []),
    ...(type === 'Action.Execute' && press !== undefined && fallback === undefined
      ? [`"${String(title)}" cannot be pressed in an old client.`]
      : []),
  ];
}

/** Everything with a type of its own, wherever it stands. */
function partsOf(value: unknown): Part[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(partsOf);
  const inside = Object.entries(value).filter(([name]) => name !== 'data');
  const here = 'type' in value && typeof value.type === 'string' ? [value as Part] : [];
  return [...here, ...inside.flatMap(([, part]) => partsOf(part))];
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
