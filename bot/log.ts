/** The log tells of events, never of sentences: no message text, names or addresses go into it. */
import pino from 'pino';

/** Names a thing that happened, with ids and numbers; never what somebody wrote. */
export interface LogEvent {
  readonly event: string;
  readonly [detail: string]: string | number | boolean | null | undefined;
}

export interface Log {
  info(event: LogEvent): void;
  warn(event: LogEvent): void;
  /** The error's name, message and stack are kept; make sure that its message holds no personal data. */
  error(event: LogEvent, error?: unknown): void;
}

/** JSON lines on standard error, so that standard output stays for people and scripts. */
export function createLog(level: 'info' | 'warn' | 'silent'): Log {
  const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (event) => {
      logger.info(event);
    },
    warn: (event) => {
      logger.warn(event);
    },
    error: (event, error) => {
      logger.error(error === undefined ? event : { ...event, err: error });
    },
  };
}
