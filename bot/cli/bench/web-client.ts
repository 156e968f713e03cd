/** A browser without a script, as far as a benchmark needs one: it keeps cookies and sends forms. */
export interface WebClient {
  get(path: string): Promise<string>;
  /** Says it in the chat. */
  say(text: string): Promise<void>;
}

/** Signs in as that person, which this machine alone allows. */
export async function webClient(url: string, person: string): Promise<WebClient> {
  const jar = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}): Promise<string> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url + path, { ...init, headers: { cookie }, redirect: 'manual' });
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const body = await reply.text();
    if (reply.status >= 400) throw new Error(`${path} answered ${reply.status}.`);
    return body;
  };
  const post = (path: string, form: Readonly<Record<string, string>>) =>
    call(path, { method: 'POST', body: new URLSearchParams(form) });
  await post('/who', { person, key: field(await call('/who'), 'key') });
  return {
    get: call,
    async say(text) {
      const chat = await call('/chat');
      await post('/chat', { key: field(chat, 'key'), message: field(chat, 'message'), text });
    },
  };
}

const field = (page: string, name: string): string =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1] ?? '';
