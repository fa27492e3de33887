import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  SENDERO_DATA: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SENDERO_SECRET: z.string().min(32, 'SENDERO_SECRET must have 32 characters or more').optional(),
  SENDERO_URL: z.url().optional(),
  SENDERO_PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  SMTP_URL: z.url().optional(),
});

export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly secret: string;
  readonly url: string;
  readonly processes: number | null;
  readonly smtpUrl: string | null;
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
  };
}

function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}
