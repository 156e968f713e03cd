/** Opens the reader's own chat with the assistant, also where there was none: Teams takes a bot's id there. */
export const ownChat = (appId: string | undefined): string | undefined =>
  appId === undefined ? undefined : `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`;
