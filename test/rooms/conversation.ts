import { playRoom } from './play-room';

playRoom('conversation');
