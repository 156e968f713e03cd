/** Somebody else wrote first: undoes the transaction it is thrown in. It never leaves the storage room. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';

  constructor() {
    super('Somebody else wrote first');
  }
}
