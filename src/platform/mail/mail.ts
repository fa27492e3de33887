import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { newId } from '#src/kernel/ids.ts';
import type { Clock } from '../clock/clock.ts';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };
const KeptMail = z.object({ to: z.string(), subject: z.string(), text: z.string(), at: z.coerce.date() });
export type KeptMail = z.output<typeof KeptMail>;

export type Post = {
  readonly send: (mail: Mail) => Promise<void>;
  /** The mail kept in the folder, newest first; empty where mail is really sent. */
  readonly listKept: () => Promise<KeptMail[]>;
};

type Given = {
  readonly smtpUrl: string | null;
  readonly dataFolder: string;
  readonly from: string;
  readonly clock: Clock;
};

/** Mail by SMTP; without an address of one, mail is kept in a folder for the administrator to read. */
export function openPost({ smtpUrl, dataFolder, from, clock }: Given): Post {
  const folder = join(dataFolder, 'mail');
  if (smtpUrl !== null) {
    const transport = nodemailer.createTransport(smtpUrl);
    return {
      send: async (mail) => {
        await transport.sendMail({ from, ...mail });
      },
      listKept: async () => [],
    };
  }
  return {
    send: async (mail) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const kept: KeptMail = { ...mail, at: clock.now() };
      await writeFile(join(folder, `${newId()}.json`), JSON.stringify(kept), { mode: 0o600 });
    },
    listKept: async () => {
      const names = await readdir(folder).catch(() => []);
      const newest = names
        .filter((name) => name.endsWith('.json'))
        .sort()
        .reverse()
        .slice(0, 100);
      return Promise.all(
        newest.map(async (name) => KeptMail.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
      );
    },
  };
}
