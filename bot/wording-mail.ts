/** What people read about mails, and in them. */
export const mailWording = {
  /** Mail is read by others too, and on lock screens: it says nothing of what the news is about. */
  news: (chatUrl: string) => ({
    subject: 'You have an update',
    text: [
      'You have an update. Sign in to read it:',
      chatUrl,
      'This e-mail does not say what it is about, as others may see it. It asks you for nothing.',
      'To get no more of these, sign in and say “stop e-mails”. Please do not reply: nobody reads the answers.',
      'People Services Assistant',
    ].join('\n\n'),
  }),
  on: (address: string) =>
    `I will send an e-mail to ${address} when I have an update for you and you have not read it here. It says only that there is one. If you use me in Teams, I tell you there and send no e-mail.\n\nTo stop, say “stop e-mails”.`,
  off: 'I will not e-mail you about updates. They are here whenever you sign in, and in Teams if you use me there.\n\nTo get e-mails again, say “e-mail me”.',
  noAddress: (contact: string) =>
    `I have no work e-mail address for you, so I cannot e-mail you. Your updates are here whenever you sign in.\n\nTo have an address added, ask ${contact}.`,
  notHere:
    'I do not send e-mails to staff here. Your updates are in this chat whenever you sign in.',
} as const;
