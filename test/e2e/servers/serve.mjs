// A server of this suite: on a free port of loopback, for as long as somebody holds its standard input open.
import './loopback-only.mjs';
import { createServer } from 'node:http';

/**
 * Answers with what a handler makes of web Requests. Writes the origin as the only line of standard output, and ends
 * when standard input ends, which it does with whoever started this, however they end.
 *
 * @param makeHandler - given the origin, returns what turns a Request into a Response
 */
export async function serve(makeHandler) {
  process.stdin.on('end', () => process.exit(0)).resume();
  let handle;
  const server = createServer(async (incoming, outgoing) => {
    try {
      await answer(outgoing, await handle(await requestOf(incoming)));
    } catch (error) {
      outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(String(error?.stack ?? error));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;
  handle = await makeHandler(origin);
  process.stdout.write(`${origin}\n`);
}

async function requestOf(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) };
  return new Request(`http://${incoming.headers.host}${incoming.url}`, { method: incoming.method, headers, ...body });
}

async function answer(outgoing, response) {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
