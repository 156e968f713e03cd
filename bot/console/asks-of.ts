/** Ways of asking that come and go with a change; none where they stay as they are. */
import type { Wording } from '../../knowledge';

export function asksOf(was: Wording, becomes: Wording) {
  const [before, after] = [was.asks ?? [], becomes.asks ?? was.asks ?? []];
  return {
    added: after.filter((ask) => !before.includes(ask)),
    gone: before.filter((ask) => !after.includes(ask)),
  };
}
