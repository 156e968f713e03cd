import { areWalked } from './circles/are-walked';
import { managers } from './circles/managers';
import { recordAndGrowth } from './circles/record-and-growth';
import { support } from './circles/support';
import { workAndPay } from './circles/work-and-pay';

areWalked([...workAndPay, ...recordAndGrowth, ...support, ...managers]);
