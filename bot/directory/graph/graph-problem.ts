/**
 * Microsoft Graph could not be read. Its message names what to look at and holds no personal data,
 * so that it can be logged.
 */
export class GraphProblem extends Error {
  override readonly name = 'GraphProblem';

  /**
   * @param kind `settings` where somebody must change something; `later` where trying again can help
   * @param waitMs the least wait that was asked for
   */
  constructor(
    readonly kind: 'settings' | 'later',
    message: string,
    readonly waitMs = 0,
  ) {
    super(message);
  }
}
