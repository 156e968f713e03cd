/**
 * A wish makes what is told beside it sound plain: "nobody will miss me, cancel my leave". So a
 * life at risk is listened for in what is told alone, too, whether or not a request would begin.
 */
import type { Asker } from '../../dialogs';
import { toldIn } from './begun-with-care';
import { lifeAtRiskIn } from './sensitive/beside-a-request';
import { detectSensitivity, type Sensitivity } from './sensitive/detect';

export function sensitivityOf(text: string, asker: Asker): Sensitivity {
  const whole = detectSensitivity(text);
  const leadsToPeople = whole.level === 'life-at-risk' || whole.level === 'disclosure';
  if (leadsToPeople && whole.unsure !== true) return whole;
  const told = toldIn(text, asker);
  return told !== text && lifeAtRiskIn(told, text)
    ? { level: 'life-at-risk', unsure: true }
    : whole;
}
