import { services } from '../../dialogs';
import { describeInBrowser } from './chromium';
import { firstTwelve } from './circles/first-twelve';
import { openHospital, type Hospital } from './circles/hospital';
import { leave } from './circles/leave';
import { managers } from './circles/managers';
import { recordAndGrowth } from './circles/record-and-growth';
import { support } from './circles/support';
import { walk } from './circles/walk';
import { workAndPay } from './circles/work-and-pay';

const circles = [
  ...firstTwelve,
  ...leave,
  ...workAndPay,
  ...recordAndGrowth,
  ...support,
  ...managers,
];

it('has a circle for each service, so that none is in the catalogue without', () => {
  expect(circles.map(({ service }) => service).sort()).toEqual(services.map(({ id }) => id).sort());
});

describeInBrowser('a circle, from a sentence on a phone to a rating', () => {
  let hospital: Hospital;

  beforeAll(async () => {
    hospital = await openHospital();
  });
  afterAll(() => hospital.close());

  it.each(circles)('is walked: $service', (circle) => walk(hospital, circle));
});
