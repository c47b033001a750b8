/** Requests with JSON; a status that nobody expected is never passed over. */
export interface Answer {
  status: number;
  body: unknown;
}

export async function request(method: string, url: string, body?: unknown, token?: string): Promise<Answer> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...authorization },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

/** The body of an answer whose status was expected. */
export function expectStatus<T>({ status, body }: Answer, ...expected: number[]): T {
  if (expected.includes(status)) return body as T;
  throw new Error(`expected status ${expected.join(' or ')}, not ${status}: ${JSON.stringify(body)}`);
}
