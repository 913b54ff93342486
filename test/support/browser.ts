interface Cookie {
  host: string;
  value: string;
  attributes: string;
  path: string;
}

/** A browser without a window: keeps cookies, follows redirects, fills in forms. */
export class Browser {
  private cookies = new Map<string, Cookie>();

  constructor(private readonly origin: string) {}

  /** Another tab: the same cookies as now. */
  copy(): Browser {
    const tab = new Browser(this.origin);
    tab.cookies = new Map(this.cookies);
    return tab;
  }

  cookie(name: string): Cookie | undefined {
    return this.cookies.get(name);
  }

  /** Goes to a page, along its redirects. */
  async go(address: string): Promise<Response> {
    return this.follow(await this.step(address));
  }

  /** Sends a form, and follows. */
  async post(address: string, form: Record<string, string>): Promise<Response> {
    return this.follow(await this.step(address, form));
  }

  /** One request, its redirect not followed. With a form it is a POST. */
  step(address: string, form?: Record<string, string>): Promise<Response> {
    const body = form && new URLSearchParams(form);
    return this.request(address, body ? { method: 'POST', body } : {});
  }

  /** A request of a page's script, with a JSON body. */
  send(
    method: string,
    address: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.request(address, {
      method,
      headers: { ...headers, ...json },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  private async follow(response: Response): Promise<Response> {
    let now = response;
    for (let hops = 0; hops < 10; hops += 1) {
      const location = now.headers.get('location');
      if (now.status < 300 || now.status >= 400 || !location) return now;
      await now.arrayBuffer();
      now = await this.step(new URL(location, now.url).href);
    }
    throw new Error('The redirects did not end');
  }

  private async request(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address, this.origin);
    const cookie = [...this.cookies]
      .filter(([, { host, path }]) => url.host === host && url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(url.host, line);
    return response;
  }

  private keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    const attribute = (key: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const expires = attribute('expires');
    if (expires && Date.parse(expires) <= Date.now()) this.cookies.delete(name);
    else {
      const path = attribute('path') ?? '/';
      this.cookies.set(name, { host, value: value.join('='), attributes: attributes.join('; '), path });
    }
  }
}
