import type { StrongBy } from '../commands/own-sessions.ts';

const words: Record<StrongBy, string> = {
  code: 'Password and code',
  recovery: 'Password and recovery code',
  passkey: 'Passkey',
};

/** How somebody proved that it was them. */
export const strongByWords = (by: StrongBy | null): string =>
  by === null ? 'Password or provider' : words[by];
