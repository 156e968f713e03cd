import { playRoom } from './play-room';

playRoom('dialogs');
