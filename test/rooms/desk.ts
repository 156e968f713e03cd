import { playRoom } from './play-room';

playRoom('desk');
