import { playRoom } from './play-room';

playRoom('console');
