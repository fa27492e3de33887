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

/** The link of an invitation as it stands in what a page says once after sending it. */
export const linkShown = (text: string): string => {
  const found = /\/invitation\/[A-Za-z0-9_-]{86}/.exec(text)?.[0];
  if (found === undefined) throw new Error('No link is shown');
  return found;
};
