/** The product is built, and the client is there. */
import buildFirst from '../support/build-first';
import { fetchClient } from './client';

export default function prepare(): void {
  buildFirst();
  fetchClient();
}
