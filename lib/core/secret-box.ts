import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * Seals values for the database: AES-256-GCM, a fresh nonce each, the purpose bound in as additional data.
 * Form: `v1.<key id>.<nonce>.<ciphertext and tag>`, base64url.
 */
export interface SecretBox {
  /** `context` names row and purpose (`person:<id>`): a value moved to another row does not open. */
  seal(plain: string | Uint8Array, context: string): string;
  /** @throws when the value was sealed with another key, for another context, or was altered. */
  open(sealed: string, context: string): string;
  /** The same, of what is no text. */
  openBytes(sealed: string, context: string): Uint8Array<ArrayBuffer>;
  /** How everything that is sealed with the key in use begins. */
  readonly prefix: string;
}

/**
 * @param keyBase64 32 bytes in base64: the key in use.
 * @param oldKeysBase64 keys that seal nothing any more, but still open what they sealed.
 */
export function newSecretBox(keyBase64: string, oldKeysBase64: readonly string[] = []): SecretBox {
  const key = Buffer.from(keyBase64, 'base64');
  const keyId = idOf(key);
  const keys = new Map(
    [...oldKeysBase64, keyBase64]
      .map((each) => Buffer.from(each, 'base64'))
      .map((each) => [idOf(each), each]),
  );
  const open = (sealed: string, context: string) => {
    const [version, id = '', nonce, body] = sealed.split('.');
    const key = keys.get(id);
    if (version !== 'v1' || !key || !nonce || !body)
      throw new Error('Sealed with another key or in another form');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'));
    decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  };
  return {
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      return ['v1', keyId, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open: (sealed, context) => open(sealed, context).toString('utf8'),
    openBytes: (sealed, context) => new Uint8Array(open(sealed, context)),
    prefix: `v1.${keyId}.`,
  };
}

function idOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 8);
}

/** For tools that are given no key, and have nothing to seal or to open. */
export const closedBox: SecretBox = { seal: noKey, open: noKey, openBytes: noKey, prefix: '' };

function noKey(): never {
  throw new Error('Nothing can be sealed or opened without KVITT_SECRET_KEY');
}

/** Keyed hash for looking up an identifier that is stored encrypted; hex. */
export function lookupHash(keyBase64: string, value: string): string {
  return createHmac('sha256', Buffer.from(keyBase64, 'base64')).update(value).digest('hex');
}

export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Compares secrets in constant time, whatever their lengths. */
export function sameSecret(given: string, expected: string): boolean {
  const hash = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
