/** The mail server that takes what is sent, as the settings tell it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `starttls` and `tls` send nothing unencrypted; `if-offered` is for a server on this machine. */
  readonly security: 'starttls' | 'tls' | 'if-offered';
  readonly login?: { readonly user: string; readonly password: string };
  /** Who the mails are from. */
  readonly from: string;
  /** Certificates to trust in place of the usual ones. */
  readonly ca?: string;
}

/**
 * A connection for each mail: there are few, and none is held while nothing is sent. The package is
 * loaded with the first, since most do without it.
 */
export async function mailTransport({ host, port, security, login, ca }: MailServer) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    // What a mail says comes from staff: it must not make us open a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
