/** What the caller of /api/messages is told; invokes carry a body for Teams itself. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const done: Answer = { status: 200 };
export const accepted: Answer = { status: 200, body: {} };
export const notKept: Answer = {
  status: 503,
  body: { error: 'That did not work and nothing was kept. Send it again.' },
};
