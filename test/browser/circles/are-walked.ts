import { describeInBrowser } from '../chromium';
import type { Circle } from './circle';
import { openHospital, type Hospital } from './hospital';
import { walk } from './walk';

/** Walks them one after the other in a hospital of their own: what was said before stays on the pages. */
export function areWalked(circles: readonly Circle[]): void {
  describeInBrowser('a circle, from a sentence on a phone to a rating', () => {
    let hospital: Hospital;

    beforeAll(async () => {
      hospital = await openHospital();
    });
    afterAll(() => hospital.close());

    it.each(circles)('is walked: $service', (circle) => walk(hospital, circle));
  });
}
