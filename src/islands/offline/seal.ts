/** What is kept on a device, closed so that a change to it or to where it belongs is noticed. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

const bytesOf = (words: string) => new TextEncoder().encode(words);

/** A key that no script can read: it opens and closes here, on this device, and nowhere else. */
export const makeKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Closes a value. `place` is whose and which it is: opened in another place, it does not open. */
export async function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: 'AES-GCM', iv, additionalData: bytesOf(place) };
  return { iv, bytes: await crypto.subtle.encrypt(how, key, bytesOf(JSON.stringify(value))) };
}

/** Opens what `seal` closed with the same key for the same place; throws for anything else. */
export async function unseal<T>(key: CryptoKey, place: string, { iv, bytes }: Sealed): Promise<T> {
  const how = { name: 'AES-GCM', iv, additionalData: bytesOf(place) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, bytes)));
}
