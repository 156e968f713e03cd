import { playRoom } from './play-room';

playRoom('web');
