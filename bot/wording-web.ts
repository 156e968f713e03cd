/** What the pages say of themselves. */
export const web = {
  stillThere: 'Are you still there? This page closes soon. Press any key or tap to stay.',
  slow: 'Still sending. The network is slow here. You need not press again.',
  unreached: 'We could not reach the assistant. Your words are still here: press again.',
  offline: 'You are offline. Your words stay here: press again when you are back.',
  lookForNews: 'Look for news',
} as const;
