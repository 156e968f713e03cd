import { playRoom } from './play-room';

playRoom('teams');
