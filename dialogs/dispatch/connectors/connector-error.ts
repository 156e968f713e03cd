/** A mistake in the file of a connector, told so that whoever wrote it can mend it. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';

  constructor(
    readonly file: string,
    readonly line: number,
    problem: string,
    remedy: string,
  ) {
    super(`${file}:${line}: ${problem} ${remedy}`);
  }
}

/** Everything that is wrong with the connectors, in one go. */
export class ConnectorsError extends Error {
  override readonly name = 'ConnectorsError';

  constructor(readonly errors: readonly ConnectorError[]) {
    super(errors.map(({ message }) => message).join('\n'));
  }
}
