import { playRoom } from './play-room';

playRoom('storage');
