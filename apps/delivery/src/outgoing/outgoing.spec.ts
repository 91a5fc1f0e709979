import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Address } from './addresses.js';
import { LONGEST_ANSWER, Outgoing, type OutgoingOptions } from './outgoing.js';

const servers: Server[] = [];
const sockets: Socket[] = [];
const ways: Outgoing[] = [];

/** Answers each connection with raw text, once it has heard a request. */
async function answering(answer: (socket: Socket) => void): Promise<{ port: number; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      requests.push(bytes.toString());
      answer(socket);
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, requests };
}

function outgoing(options: Partial<OutgoingOptions> = {}): Outgoing {
  const made = new Outgoing({ rules: { hosts: ['*'], loopback: true }, boundMs: 500, ...options });
  ways.push(made);
  return made;
}

const post = (way: Outgoing, url: string): ReturnType<Outgoing['post']> =>
  way.post({ url, headers: { 'webhook-id': 'm-1' }, body: '{}' });

afterEach(() => {
  ways.splice(0).forEach((each) => each.close());
  sockets.splice(0).forEach((each) => each.destroy());
  servers.splice(0).forEach((each) => each.close());
});

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ntook';

describe('a request to a receiver', () => {
  it('is taken by a whole answer of 2xx', async () => {
    const { port, requests } = await answering((socket) => socket.write(OK));
    const outcome = await post(outgoing(), `http://127.0.0.1:${port}/bus?a=1`);
    expect(outcome).toMatchObject({ code: 'TAKEN', status: 200, body: 'took' });
    expect(requests[0]).toMatch(/^POST \/bus\?a=1 HTTP\/1\.1\r\n/);
    expect(requests[0]).toMatch(/webhook-id: m-1\r\n/);
  });

  it.each([
    ['another status', 'HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n', 'STATUS'],
    ['a redirect', 'HTTP/1.1 302 Found\r\nlocation: /there\r\ncontent-length: 0\r\n\r\n', 'REDIRECT'],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'ANSWER_BROKEN'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncontent-length: 5\r\n\r\ntook', 'ANSWER_BROKEN'],
    ['too many headers', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 'ANSWER_BROKEN'],
  ])('is not taken by %s', async (_name, answer, code) => {
    const { port, requests } = await answering((socket) => socket.write(answer));
    expect((await post(outgoing(), `http://127.0.0.1:${port}/`)).code).toBe(code);
    expect(requests).toHaveLength(1);
  });

  it('is not taken by an answer shorter than it says', async () => {
    const { port } = await answering((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\nshort'));
    expect((await post(outgoing(), `http://127.0.0.1:${port}/`)).code).toBe('ANSWER_BROKEN');
  });

  it('is not taken by an answer that is longer than a receiver has to say, and reads no more of it', async () => {
    let sent = 0;
    const { port } = await answering((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const more = (): void => {
        while (!socket.destroyed && socket.write('1000\r\n' + 'x'.repeat(4_096) + '\r\n')) sent += 4_096;
      };
      socket.on('drain', more);
      more();
    });
    expect((await post(outgoing({ boundMs: 5_000 }), `http://127.0.0.1:${port}/`)).code).toBe('ANSWER_TOO_LARGE');
    expect(sent).toBeLessThan(LONGEST_ANSWER + 16 * 1024 * 1024);
  });

  it.each([
    ['silence', (socket: Socket) => void socket],
    ['headers that never end', (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\n')],
    ['endless interim answers', (socket: Socket) => trickled(socket, 'HTTP/1.1 102 Processing\r\n\r\n')],
    [
      'a body that trickles',
      (socket: Socket) => trickled(socket, 'x', 'HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n'),
    ],
  ])('ends in time with %s', async (_name, answer) => {
    const { port } = await answering(answer);
    const { code, ms } = await post(outgoing(), `http://127.0.0.1:${port}/`);
    expect(code).toBe('NO_ANSWER');
    expect(ms).toBeLessThan(2_000);
  });

  it('goes again over a new connection where a kept one was given up', async () => {
    const { port, requests } = await answering((socket) => {
      if (requests.length === 2) socket.resetAndDestroy();
      else socket.write(OK);
    });
    const way = outgoing();
    expect((await post(way, `http://127.0.0.1:${port}/`)).code).toBe('TAKEN');
    expect((await post(way, `http://127.0.0.1:${port}/`)).code).toBe('TAKEN');
    expect(requests).toHaveLength(3);
  });

  it('comes to an outcome where nobody listens', async () => {
    const { port } = await answering(() => undefined);
    await new Promise((resolve) => servers[0]?.close(resolve));
    expect((await post(outgoing(), `http://127.0.0.1:${port}/`)).code).toBe('NOT_REACHED');
  });
});

function trickled(socket: Socket, each: string, first = ''): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(each), 20);
  socket.on('close', () => clearInterval(timer));
}

describe('the name of a receiver (faults Z15)', () => {
  const canary = (): Promise<{ port: number; requests: string[] }> => answering((socket) => socket.write(OK));
  const leadingTo = (...addresses: string[]) => {
    const asked: string[] = [];
    const resolve = (host: string): Promise<Address[]> => {
      asked.push(host);
      return Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    };
    return { asked, way: outgoing({ rules: { hosts: ['*'], loopback: false }, resolve }) };
  };

  it.each([
    ['127.0.0.1'],
    ['::1'],
    ['10.0.0.1'],
    ['169.254.169.254'],
    ['93.184.215.14', '127.0.0.1'],
    ['::ffff:7f00:1'],
  ])('is not sent to where it leads to %s %s', async (...addresses) => {
    const { port, requests } = await canary();
    const { way } = leadingTo(...addresses.filter((each) => typeof each === 'string'));
    expect((await post(way, `https://rebound.example:${port}/`)).code).toBe('ADDRESS_REFUSED');
    expect(requests).toEqual([]);
  });

  it('is asked for once a request: what is connected to is what was checked', async () => {
    const { port, requests } = await canary();
    const asked: string[] = [];
    // the second answer would lead elsewhere
    const resolve = (host: string): Promise<Address[]> => {
      asked.push(host);
      return Promise.resolve([{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 as const }]);
    };
    const way = outgoing({ resolve });
    expect((await post(way, `http://localhost:${port}/`)).code).toBe('TAKEN');
    expect(asked).toEqual(['localhost']);
    expect(requests).toHaveLength(1);
    expect((await post(way, `http://localhost:${port}/`)).code).toBe('ADDRESS_REFUSED');
  });

  it('that has no address, or none in time, is an outcome too', async () => {
    expect((await post(leadingTo().way, 'https://nowhere.example/')).code).toBe('NAME_UNKNOWN');
    const way = outgoing({ resolve: () => new Promise(() => undefined) });
    expect((await post(way, 'https://slow.example/')).code).toBe('NO_ANSWER');
  });

  it('is not even asked for where its address is not one to be sent to', async () => {
    const { asked, way } = leadingTo('93.184.215.14');
    expect((await post(way, 'http://cases.example/')).code).toBe('ADDRESS_REFUSED');
    expect(asked).toEqual([]);
  });
});
