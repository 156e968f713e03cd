/** A browser without a script: it keeps cookies, follows nothing by itself and fills in forms. */
export interface Page {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly headers: Headers;
}

export interface Browser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Page>;
  post(
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Page>;
  /** A form with files, or what is none. */
  postForm(
    path: string,
    form: FormData | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Page>;
  /** Chooses a person and opens their chat. */
  signIn(person: string): Promise<Page>;
  /** Sends a text from the page that was opened last. */
  say(text: string, headers?: Readonly<Record<string, string>>): Promise<Page>;
  /** Presses the button of the newest chat page that has this label. */
  press(label: string, more?: Readonly<Record<string, string>>): Promise<Page>;
}

export function aBrowser(url: string): Browser {
  const jar = new Map<string, string>();
  let chat = '';

  async function call(path: string, init: RequestInit): Promise<Page> {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie: cookies };
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    const { status } = response;
    const text = await response.text();
    const location = response.headers.get('location');
    if (path.startsWith('/chat') && text.includes('<html')) chat = text;
    return { status, location, text, headers: response.headers };
  }

  const browser: Browser = {
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, form, headers = {}) =>
      call(path, { method: 'POST', body: new URLSearchParams(form), headers }),
    postForm: (path, form, headers = {}) => call(path, { method: 'POST', body: form, headers }),
    async signIn(person) {
      const choosing = await browser.get('/who');
      await browser.post('/who', { person, key: field(choosing.text, 'key') });
      return browser.get('/chat');
    },
    say: (text, headers) =>
      browser.post(
        '/chat',
        { key: field(chat, 'key'), message: field(chat, 'message'), text },
        headers,
      ),
    async press(label, more = {}) {
      const button = buttons(chat).findLast((each) => each.label === label);
      if (button === undefined) throw new Error(`No button "${label}".`);
      const form = { key: field(chat, 'key'), message: field(chat, 'message') };
      return browser.post('/chat', { ...form, press: button.press, ...more });
    },
  };
  return browser;
}

/** A browser in which that person has signed in. */
export async function browserOf(url: string, person: string): Promise<Browser> {
  const browser = aBrowser(url);
  await browser.signIn(person);
  return browser;
}

/** Fills in the form of a page, which is taken once, and sends it to the page's own address. */
export async function sendForm(
  browser: Browser,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<Page> {
  const { text } = await browser.get(path);
  return browser.post(path, { key: field(text, 'key'), message: field(text, 'message'), ...form });
}

/** The value of the last field of that name: the forms of a page share theirs. */
export function field(html: string, name: string): string {
  const found = [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1);
  return unescape(found?.[1] ?? '');
}

export function buttons(html: string): readonly { label: string; press: string }[] {
  const found = html.matchAll(/name="press" value="([^"]*)">([^<]*)<\/button>/g);
  return [...found].map(([, press = '', label = '']) => ({
    press: unescape(press),
    label: unescape(label),
  }));
}

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** What a page says beside its head and its foot, on one line. */
export const bodyOf = ({ text }: { readonly text: string }): string =>
  text.slice(text.indexOf('<main'), text.indexOf('</main>')).replaceAll(/\s+/g, ' ');
