/**
 * Which addresses we send replies to. A message names its own `serviceUrl`, and our token goes
 * along with every reply: an address that is not Microsoft's would be handed the token, or would
 * let a stranger make this server call whatever they like.
 */
import { isLoopback } from './loopback';
import hosts from './service-hosts.json';

export function mayReplyTo(
  serviceUrl: string,
  { loopbackToo }: { readonly loopbackToo: boolean },
): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (loopbackToo && isLoopback(url.hostname)) return /^https?:$/.test(url.protocol);
  return url.protocol === 'https:' && url.port === '' && isKnown(url.hostname);
}

/** By whole labels: `evilbotframework.com` is not ours. An IP literal is none of these names. */
const isKnown = (host: string): boolean =>
  hosts.some((known) => host === known || host.endsWith(`.${known}`));
