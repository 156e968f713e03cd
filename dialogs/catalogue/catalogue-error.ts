/** A mistake in the catalogue, told so that the person who made it can mend it. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';

  constructor(
    readonly service: string,
    problem: string,
    remedy: string,
  ) {
    super(`Service "${service}": ${problem} ${remedy}`);
  }
}
