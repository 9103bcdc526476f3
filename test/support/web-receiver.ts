import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame } from './sandbox-peer';

/** A server of somebody else on this machine, who is posted to. */
export async function startReceiver(answer: (count: number) => number = () => 200) {
  const bodies: Frame[] = [];
  const headers: Frame[] = [];
  let look = () => {};
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      bodies.push(JSON.parse(text));
      headers.push(request.headers);
      response.writeHead(answer(bodies.length), { location: '/elsewhere' }).end();
      look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://user:pass@127.0.0.1:${port}/hooks`,
    bodies,
    headers,
    /** Once so many have come. */
    received: (count: number) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (bodies.length >= count) resolve();
        };
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
