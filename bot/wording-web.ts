/** What the pages say of themselves. */
export const web = {
  stillThere: 'Are you still there? This page closes soon. Press any key or tap to stay.',
  slow: 'Still sending. The network is slow here. You need not press again.',
  /** The way there may be cut, or the way back. */
  unreached:
    'No answer came, so this may not have been sent. Your words are still here. Press again: it is done only once.',
  offline: 'You are offline. Your words stay here: press again when you are back.',
  lookForNews: 'Look for news',
} as const;
