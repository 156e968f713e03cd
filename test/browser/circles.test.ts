import { services } from '../../dialogs';
import { firstTwelve } from './circles/first-twelve';
import { leave } from './circles/leave';
import { managers } from './circles/managers';
import { recordAndGrowth } from './circles/record-and-growth';
import { support } from './circles/support';
import { workAndPay } from './circles/work-and-pay';

it('has a circle for each service, so that none is in the catalogue without', () => {
  const walked = [
    ...[firstTwelve, leave], // circles-of-leave.test.ts
    ...[workAndPay, recordAndGrowth, support, managers], // circles-of-work.test.ts
  ].flat();

  expect(walked.map(({ service }) => service).sort()).toEqual(services.map(({ id }) => id).sort());
});
