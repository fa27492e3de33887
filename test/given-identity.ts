import { program } from './worker-database.ts';

/** The link to choose a password that was last sent to an address, once it has come. */
export async function passwordLinkFor(email: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mail = (await program.post.listKept()).find((one) => one.to === email);
    const path = /\/choose-password\/\S+/.exec(mail?.text ?? '')?.[0];
    if (path !== undefined) return path;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('No link was sent');
}

/** Whether any mail was kept for an address. */
export const wasWrittenTo = async (email: string): Promise<boolean> =>
  (await program.post.listKept()).some((mail) => mail.to === email);
