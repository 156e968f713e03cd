import { areWalked } from './circles/are-walked';
import { firstTwelve } from './circles/first-twelve';
import { leave } from './circles/leave';

areWalked([...firstTwelve, ...leave]);
