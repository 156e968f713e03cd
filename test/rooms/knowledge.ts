import { playRoom } from './play-room';

playRoom('knowledge');
