import type { Settings } from '#src/platform/settings.ts';

export type Service = { readonly name: string; readonly words: string };

const hostOf = (address: string): string => {
  try {
    return new URL(address).hostname;
  } catch {
    return 'an address that cannot be read';
  }
};

/** Each part outside the program, and what is said of it as it is set. A new setting of this kind adds its line here. */
const parts: readonly { readonly name: string; readonly say: (settings: Settings) => string }[] = [
  {
    name: 'Database',
    say: ({ databaseUrl }) =>
      databaseUrl === null
        ? 'PostgreSQL on the machine of Sendero, in its own folder'
        : `PostgreSQL on ${hostOf(databaseUrl)}`,
  },
  {
    name: 'E-mail',
    say: ({ smtpUrl }) =>
      smtpUrl === null
        ? 'Not set: letters wait on the page Mail, and nothing is sent'
        : `Sent through ${hostOf(smtpUrl)}. No pupil’s name stands in a subject`,
  },
  {
    name: 'Files',
    say: ({ s3 }) =>
      s3 === undefined
        ? 'Encrypted, in the folder of Sendero'
        : `Encrypted by Sendero before they leave it, on ${hostOf(s3.endpoint)}`,
  },
  {
    name: 'Virus scanner',
    say: ({ scanner }) =>
      scanner === undefined
        ? 'Not set: files are marked as not scanned'
        : 'ClamAV reads each file before anybody else',
  },
  {
    name: 'Signing in elsewhere',
    say: ({ providers = [] }) =>
      providers.length === 0
        ? 'Nobody else says who somebody is'
        : `${providers.map(({ name }) => name).join(' and ')} may say who somebody is`,
  },
  { name: 'Address', say: ({ url }) => `Pages are read at ${hostOf(url)}` },
];

/** Where data goes outside the program, as this copy is set now. */
export const servicesOf = (settings: Settings): readonly Service[] =>
  parts.map(({ name, say }) => ({ name, words: say(settings) }));
