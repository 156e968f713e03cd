import { playOthers } from './play-room';

playOthers();
