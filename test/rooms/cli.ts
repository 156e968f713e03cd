import { playRoom } from './play-room';

playRoom('cli');
