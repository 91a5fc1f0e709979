import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Who shows it can answer for a name; PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** An authority of a spec's own, and what it vouches for: X.509 v3, ECDSA on P-256, good for a day around now. */
export class SpecAuthority {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #name: Buffer;
  /** What has to be trusted for its certificates to be; PEM. */
  readonly cert: string;

  constructor(name: string) {
    this.#name = nameOf(name);
    const isAuthority = extension('551d13', sequence(tagged(0x01, Buffer.from([0xff]))), true);
    this.cert = this.#certify(this.#name, this.#keys.publicKey, [isAuthority]);
  }

  /** For a DNS name. */
  certify(host: string): Certificate {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const alternative = extension('551d11', sequence(tagged(0x82, Buffer.from(host, 'ascii'))));
    return {
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      cert: this.#certify(nameOf(host), publicKey, [alternative]),
    };
  }

  #certify(subject: Buffer, publicKey: KeyObject, extensions: readonly Buffer[]): string {
    const signed = sequence(
      tagged(0xa0, integer(Buffer.from([2]))),
      integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
      ECDSA_WITH_SHA256,
      this.#name,
      sequence(time(-DAY_MS), time(DAY_MS)),
      subject,
      publicKey.export({ type: 'spki', format: 'der' }),
      tagged(0xa3, sequence(...extensions)),
    );
    const signature = sign('sha256', signed, this.#keys.privateKey);
    const whole = sequence(signed, ECDSA_WITH_SHA256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
    const lines = whole.toString('base64').replaceAll(/.{64}/g, '$&\n');
    return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  }
}

const DAY_MS = 86_400_000;

/** DER (X.690): tag, length, content. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes);
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));

/** CN=text */
const nameOf = (text: string): Buffer =>
  sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(text, 'utf8')))));

/** YYMMDDhhmmssZ, from now. */
function time(fromNowMs: number): Buffer {
  const iso = new Date(Date.now() + fromNowMs).toISOString();
  return tagged(0x17, Buffer.from(`${iso.slice(2, 19).replaceAll(/[-:T]/g, '')}Z`, 'ascii'));
}

const extension = (id: string, content: Buffer, isCritical = false): Buffer =>
  sequence(oid(id), ...(isCritical ? [tagged(0x01, Buffer.from([0xff]))] : []), tagged(0x04, content));
