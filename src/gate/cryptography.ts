// What the gate needs of a runtime: given by the caller, since every runtime has its own.

/** SHA-256 of bytes as 64 hexadecimal digits in lower case; at once, or later as WebCrypto does it. */
export type Sha256 = (bytes: Uint8Array) => string | Promise<string>;

/** What signs by Ed25519. */
export interface Signer {
  /** SHA-256 of the public key in SPKI DER, as 64 hexadecimal digits. */
  readonly keyId: string;
  /** The 64 bytes of the signature. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** What knows whether a signature is by one key. */
export interface SignatureVerifier {
  /** SHA-256 of the public key in SPKI DER, as 64 hexadecimal digits. */
  readonly keyId: string;
  /** Whether `signature`, 64 bytes, is one of `bytes`. */
  verify(bytes: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param hex - an even number of hexadecimal digits */
export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
