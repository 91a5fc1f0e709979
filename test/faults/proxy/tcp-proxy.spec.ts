import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { corrupted } from './link-faults.js';
import { TcpProxy } from './tcp-proxy.js';

describe('a proxy between a client and an echoing server', () => {
  let echo: Server;
  let proxy: TcpProxy;
  let client: Socket;
  let heard: Buffer;
  const served: Socket[] = [];

  const join = async (): Promise<Socket> => {
    const socket = connect(proxy.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  /** Resolves with the time that the answer took to be there whole. */
  const said = async (text: string | Buffer): Promise<number> => {
    const begun = performance.now();
    const wanted = heard.length + text.length;
    client.write(text);
    while (heard.length < wanted) await once(client, 'data');
    return performance.now() - begun;
  };
  /** Everything that is on its way has arrived where it can. */
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  };

  beforeEach(async () => {
    echo = createServer((socket) => {
      served.push(socket);
      socket.on('error', () => undefined).pipe(socket);
    });
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    proxy = await TcpProxy.open({ target: { host: '127.0.0.1', port: (echo.address() as AddressInfo).port } });
    client = await join();
    heard = Buffer.alloc(0);
    client.on('data', (bytes: Buffer) => void (heard = Buffer.concat([heard, bytes])));
  });
  afterEach(async () => {
    client.destroy();
    await proxy.close();
    served.splice(0).forEach((socket) => socket.destroy());
    await new Promise((resolve) => echo.close(resolve));
  });

  it('passes bytes on, and the end of what was said', async () => {
    await said('hello');
    expect(heard.toString()).toBe('hello');
    client.end();
    await once(client, 'close');
    expect(proxy.open).toBe(0);
  });

  it('delays', async () => {
    proxy.fault({ delayMs: 60 });
    expect(await said('late')).toBeGreaterThan(115);
    await proxy.heal();
    expect(await said('in time')).toBeLessThan(50);
  });

  it('keeps the order under jitter', async () => {
    proxy.fault({ jitterMs: 20 });
    const words = [...Array(40)].map((_, at) => String(at).padStart(3, '0'));
    words.forEach((word) => client.write(word));
    while (heard.length < 120) await once(client, 'data');
    expect(heard.toString()).toBe(words.join(''));
  });

  it('throttles', async () => {
    proxy.fault({ bytesPerSecond: 10_000 }, 'toServer');
    expect(await said(Buffer.alloc(2_000))).toBeGreaterThan(180);
  });

  it('slices into single bytes', async () => {
    proxy.fault({ slice: 1 }, 'toClient');
    const sizes: number[] = [];
    client.on('data', (bytes: Buffer) => void sizes.push(bytes.length));
    await said('one by one');
    expect(heard.toString()).toBe('one by one');
    expect(sizes.length).toBeGreaterThan(3);
  });

  it('corrupts', async () => {
    proxy.fault({ corruptOneIn: 10 }, 'toServer');
    const sent = Buffer.alloc(1_000, 7);
    await said(sent);
    const spoilt = heard.filter((byte, at) => byte !== sent[at]).length;
    expect(spoilt).toBeGreaterThan(30);
    expect(spoilt).toBeLessThan(300);
  });

  it('counts how often a fault met something, and nothing while it only stands there (faults X31)', async () => {
    proxy.fault({ delayMs: 1, corruptOneIn: 1_000_000 }, 'toServer');
    await settled();
    expect(proxy.met).toBe(0);
    await said('late');
    expect(proxy.met).toBe(1);
    await proxy.heal();
    proxy.fault({ corruptOneIn: 1_000_000 }, 'toServer');
    await said('sound');
    expect(proxy.met).toBe(1);
    proxy.cut();
    expect(proxy.met).toBe(2);
  });

  it('ends one fault and lets another go on', async () => {
    proxy.fault({ held: true, delayMs: 60 });
    proxy.without({ held: true });
    expect(await said('late')).toBeGreaterThan(115);
    proxy.without({ delayMs: 60 });
    expect(await said('in time')).toBeLessThan(50);
  });

  it('holds without loss, in both directions', async () => {
    proxy.fault({ held: true });
    client.write('held');
    await settled();
    expect(heard.length).toBe(0);
    await proxy.heal();
    while (heard.length < 4) await once(client, 'data');
    expect(heard.toString()).toBe('held');
  });

  it('swallows: the connection stays dead afterwards, a new one lives', async () => {
    proxy.fault({ swallowed: true });
    client.write('lost');
    await settled();
    await proxy.heal();
    client.write('lost too');
    await settled();
    expect(heard.length).toBe(0);
    client.destroy();
    client = await join();
    client.on('data', (bytes: Buffer) => void (heard = Buffer.concat([heard, bytes])));
    await said('alive');
    expect(heard.toString()).toBe('alive');
  });

  it('cuts with a reset', async () => {
    const broken = once(client, 'error').catch((error: unknown) => [error]);
    await said('x');
    proxy.cut();
    expect(await broken).toMatchObject([{ code: 'ECONNRESET' }]);
  });

  it('refuses, and accepts again on the same port', async () => {
    await proxy.refuse();
    const refused = connect(proxy.port, '127.0.0.1');
    expect(await once(refused, 'error').catch((error: unknown) => [error])).toMatchObject([{ code: 'ECONNREFUSED' }]);
    await proxy.heal();
    client = await join();
    client.on('data', (bytes: Buffer) => void (heard = Buffer.concat([heard, bytes])));
    await said('back');
    expect(heard.toString()).toBe('back');
  });

  it('lets bytes wait for who watches them', async () => {
    const seen: number[] = [];
    const { promise: allowed, resolve: allow } = Promise.withResolvers<boolean>();
    proxy.watch('toServer', 'COMMIT', () => {
      seen.push(served.length);
      return allowed;
    });
    client.write('x COMMIT y');
    await settled();
    expect([seen.length, heard.length]).toEqual([1, 0]);
    allow(true);
    while (heard.length < 10) await once(client, 'data');
    expect(heard.toString()).toBe('x COMMIT y');
  });

  it('swallows bytes where who watches says so, and what follows them, to the end of the connection', async () => {
    const { promise: judged, resolve: swallow } = Promise.withResolvers<boolean>();
    proxy.watch('toServer', 'append', () => judged);
    await said('begin');
    client.write('append');
    await settled();
    client.write('commit');
    await settled();
    swallow(false);
    const over = once(client, 'end');
    client.end();
    await over;
    expect(heard.toString()).toBe('begin');
  });
});

describe('a corrupted copy', () => {
  it('differs in single bits, about as often as asked, and leaves the original alone', () => {
    const bytes = Buffer.alloc(100_000);
    const copy = corrupted(bytes, 1_000, Math.random);
    const spoilt = [...copy].filter((byte) => byte !== 0);
    expect(spoilt.length).toBeGreaterThan(50);
    expect(spoilt.length).toBeLessThan(160);
    expect(spoilt.every((byte) => (byte & (byte - 1)) === 0)).toBe(true);
    expect(bytes.every((byte) => byte === 0)).toBe(true);
  });
});
