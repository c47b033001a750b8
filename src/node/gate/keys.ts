import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { PreflightError } from '../../errors.ts';
import type { SignatureVerifier, Signer } from '../../gate/cryptography.ts';
import { readBytes } from '../readers/bytes.ts';

/**
 * Makes a new pair of keys of Ed25519.
 *
 * @returns both in PEM: the private one as PKCS#8, the public one as SPKI
 */
export function generateKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/**
 * Signs by a private key.
 *
 * @param pem - PKCS#8 in PEM, of Ed25519
 * @param file - how errors call it
 * @returns what signs by it, for `issueCertificate`
 * @throws PreflightError ERR_KEY where it is no such key
 * @see RFC 8032 on Ed25519, RFC 8410 on its keys
 */
export function signerOf(pem: string, file: string): Signer {
  const key = keyOf(() => createPrivateKey(pem), 'private key, PKCS#8 in PEM', pem, file);
  return { keyId: keyIdOf(createPublicKey(key)), sign: (bytes) => sign(null, bytes, key) };
}

/**
 * Knows the signatures of a public key.
 *
 * @param pem - SPKI in PEM, of Ed25519
 * @param file - how errors call it
 * @returns what knows its signatures, for `verifyCertificate`
 * @throws PreflightError ERR_KEY where it is no such key
 */
export function verifierOf(pem: string, file: string): SignatureVerifier {
  // From a private key Node would make the public one: a file that nobody should hand around would pass.
  if (/PRIVATE KEY/.test(pem)) {
    throw new PreflightError(
      'ERR_KEY',
      'This is a private key, which stays with whoever certifies. Give the public one.',
      { file },
    );
  }
  const key = keyOf(() => createPublicKey(pem), 'public key, SPKI in PEM', pem, file);
  return { keyId: keyIdOf(key), verify: (bytes, signature) => verify(null, bytes, key, signature) };
}

/**
 * Reads the file of a key.
 *
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_KEY
 */
export async function readKey(file: string, kind: 'private'): Promise<Signer>;
export async function readKey(file: string, kind: 'public'): Promise<SignatureVerifier & { readonly pem: string }>;
export async function readKey(file: string, kind: 'private' | 'public') {
  const pem = (await readBytes(file)).toString('utf8');
  return kind === 'private' ? signerOf(pem, file) : { ...verifierOf(pem, file), pem };
}

function keyOf(create: () => KeyObject, what: string, pem: string, file: string): KeyObject {
  const refuse = (why: string, cause?: unknown) =>
    new PreflightError('ERR_KEY', `${why} It has to be an Ed25519 ${what}; idp-preflight gate keygen makes a pair.`, {
      file,
      cause,
    });
  if (/ENCRYPTED/.test(pem)) throw refuse('This key is encrypted, and nobody is asked for a passphrase here.');
  let key: KeyObject;
  try {
    key = create();
  } catch (cause) {
    throw refuse('This is no key that can be read.', cause);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw refuse(`This is a key of ${key.asymmetricKeyType}.`);
  return key;
}

function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
