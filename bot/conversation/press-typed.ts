/** Typing what stands on a button works as well as pressing it. */
import type { Scene } from './room';
import { Press } from './turn';

export function pressTyped({ opened }: Scene, text: string): Press | undefined {
  const same = (label: string): boolean => label.toLowerCase() === text.trim().toLowerCase();
  const found = [...opened.state.choices, ...(opened.newest?.buttons ?? [])].find(({ label }) =>
    same(label),
  );
  if (found === undefined) return undefined;
  const press = Press.safeParse(found.press).data;
  // A bare "approve" may mean a request that came after that reply: it is asked where several wait.
  const isBare = (press?.kind === 'approve' || press?.kind === 'decline') && !namesIts(press, text);
  return isBare ? undefined : press;
}

const namesIts = ({ request }: { readonly request: string }, text: string): boolean =>
  text.toUpperCase().includes(request);
