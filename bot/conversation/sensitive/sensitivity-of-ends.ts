/** A message too long to take still gets help: its beginning and its end are heard. */
import { detectSensitivity, type Sensitivity } from './detect';

/** @param most how much of each end is heard, in characters; the detector's time grows with it */
export function sensitivityOfEnds(text: string, most: number): Sensitivity {
  const first = detectSensitivity(text.slice(0, most));
  const last = detectSensitivity(text.slice(-most));
  if (first.level === 'life-at-risk' || last.level === 'life-at-risk')
    return { level: 'life-at-risk' };
  return first.level === 'disclosure' ? first : last;
}
