/** A browser as far as a sign-in needs one: it follows redirects, and keeps the cookies of each origin to itself. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  setCookie(origin: string, cookie: string): void {
    const [name = '', ...value] = cookie.split('=');
    this.#jar(origin).set(name, value.join('='));
  }

  async fetch(url: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const jar = this.#jar(new URL(url).origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) this.setCookie(new URL(url).origin, line.split(';')[0] ?? '');
    return response;
  }

  /** Goes where it is sent, up to the first address that begins with `end`, and returns that one without opening it. */
  async follow(url: string, end: string): Promise<URL> {
    let next = url;
    for (let hops = 0; hops < 10; hops += 1) {
      if (next.startsWith(end)) return new URL(next);
      const response = await this.fetch(next);
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${next} leads nowhere: ${response.status} ${await response.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error(`${url} never comes to ${end}`);
  }

  #jar(origin: string): Map<string, string> {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    return jar;
  }
}
