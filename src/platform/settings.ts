import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Provider } from './auth/providers.ts';
import type { ScannerAddress } from './files/scanner.ts';
import type { S3Settings } from './files/store.ts';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  SENDERO_DATA: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SENDERO_SECRET: z.string().min(32, 'SENDERO_SECRET must have 32 characters or more').optional(),
  SENDERO_URL: z.url().optional(),
  SENDERO_PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  SMTP_URL: z.url().optional(),
  SENDERO_MICROSOFT_TENANT: z.uuid().optional(),
  SENDERO_MICROSOFT_ID: z.string().optional(),
  SENDERO_MICROSOFT_SECRET: z.string().optional(),
  SENDERO_GOOGLE_ID: z.string().optional(),
  SENDERO_GOOGLE_SECRET: z.string().optional(),
  SENDERO_OPENID_ISSUER: z.url().optional(),
  SENDERO_OPENID_NAME: z.string().max(40).default('your organisation'),
  SENDERO_OPENID_ID: z.string().optional(),
  SENDERO_OPENID_SECRET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().default('auto'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: z.coerce.number().int().min(1).max(65_535).default(3310),
  CLAMD_SOCKET: z.string().optional(),
});

/** The providers that are wholly named. Half a name is a mistake: it stops the start. */
function providersIn(given: z.output<typeof Environment>): readonly Provider[] {
  const tenant = given.SENDERO_MICROSOFT_TENANT;
  const named = [
    {
      id: 'microsoft' as const,
      name: 'Microsoft',
      issuer: tenant && `https://login.microsoftonline.com/${tenant}/v2.0`,
      clientId: given.SENDERO_MICROSOFT_ID,
      clientSecret: given.SENDERO_MICROSOFT_SECRET,
      tenant,
    },
    {
      id: 'google' as const,
      name: 'Google',
      issuer: given.SENDERO_GOOGLE_ID && 'https://accounts.google.com',
      clientId: given.SENDERO_GOOGLE_ID,
      clientSecret: given.SENDERO_GOOGLE_SECRET,
    },
    {
      id: 'openid' as const,
      name: given.SENDERO_OPENID_NAME,
      issuer: given.SENDERO_OPENID_ISSUER,
      clientId: given.SENDERO_OPENID_ID,
      clientSecret: given.SENDERO_OPENID_SECRET,
    },
  ];
  return named.flatMap(({ issuer, clientId, clientSecret, ...rest }) => {
    const parts = [issuer, clientId, clientSecret];
    if (parts.every((part) => part === undefined)) return [];
    if (!issuer || !clientId || !clientSecret)
      throw new Error(`Sign-in with ${rest.name} is named in part only`);
    return [{ ...rest, issuer, clientId, clientSecret }];
  });
}

export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly secret: string;
  readonly url: string;
  readonly processes: number | null;
  readonly smtpUrl: string | null;
  /** Who else may say who somebody is; none if absent. */
  readonly providers?: readonly Provider[] | undefined;
  /** Where files are kept instead of the data folder. */
  readonly s3?: S3Settings | undefined;
  readonly scanner?: ScannerAddress | undefined;
};

/** Reads the environment, as README.md lists it; makes the data folder and the secret when they are absent. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Environment.parse(environment);
  const dataFolder = resolve(given.SENDERO_DATA);
  mkdirSync(dataFolder, { recursive: true });
  return {
    port: given.PORT,
    host: given.HOST,
    dataFolder,
    databaseUrl: given.DATABASE_URL ?? null,
    secret: given.SENDERO_SECRET ?? keptSecret(dataFolder),
    url: given.SENDERO_URL ?? `http://localhost:${given.PORT}`,
    processes: given.SENDERO_PROCESSES ?? null,
    smtpUrl: given.SMTP_URL ?? null,
    providers: providersIn(given),
    s3: s3Of(given),
    scanner: scannerOf(given),
  };
}

function s3Of(given: z.output<typeof Environment>): S3Settings | undefined {
  const { S3_ENDPOINT: endpoint, S3_REGION: region } = given;
  if (endpoint === undefined) return undefined;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error('S3_ENDPOINT needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it');
  return { endpoint, region, accessKeyId, secretAccessKey };
}

function scannerOf(given: z.output<typeof Environment>): ScannerAddress | undefined {
  if (given.CLAMD_SOCKET !== undefined) return { path: given.CLAMD_SOCKET };
  return given.CLAMD_HOST === undefined ? undefined : { host: given.CLAMD_HOST, port: given.CLAMD_PORT };
}

function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}
