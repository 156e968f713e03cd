/**
 * What needs people, or is nobody else's business, and is said where others read along: fixed words
 * that lead away from there. They take up nothing of what was said, and do not tell one matter from
 * another; only helplines are given at once, for a life.
 */
import { wording } from '../wording';
import { helplinesInWords, list } from './helplines';
import { plainly, type Played, type Scene } from './room';
import { HELPLINES_FOR_LIFE } from './whom-to-turn-to';

export async function aside(
  { tools }: Scene,
  sensitivity: Exclude<Played['sensitivity'], 'none'>,
): Promise<Played> {
  const isLife = sensitivity === 'life-at-risk';
  const text = isLife ? await lifeAtRiskWords(tools.directory) : wording.group.sensitive;
  const played = plainly({ outcome: 'signposted', text }, `${sensitivity}, in company`);
  return { ...played, keepWords: false, sensitivity };
}

async function lifeAtRiskWords(directory: Parameters<typeof helplinesInWords>[0]): Promise<string> {
  const { first, danger, program } = wording.group.lifeAtRisk;
  return [first, danger, list(await helplinesInWords(directory, HELPLINES_FOR_LIFE)), program].join(
    '\n\n',
  );
}
