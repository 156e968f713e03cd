import { playRoom } from './play-room';

playRoom('golden');
