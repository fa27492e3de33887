import { log } from '#src/platform/log/log.ts';
import type { Program } from '#src/platform/program.ts';
import { codeWords, type Delivery } from '../domain/voice-link.ts';

export type MailBy = Pick<Program, 'post' | 'settings'>;
type To = { readonly email: string; readonly name: string; readonly schoolName: string };

/** A mail that cannot be sent stops nothing: the link is shown to be handed over. */
async function send({ post }: MailBy, mail: { to: string; subject: string; text: string }): Promise<boolean> {
  try {
    await post.send(mail);
    return true;
  } catch (failure) {
    log.error({ code: Reflect.get(Object(failure), 'code') }, 'a link to answer was not mailed');
    return false;
  }
}

/** The code in a mail of its own. It names neither the child nor the link. */
export const mailCode = (by: MailBy, { email, schoolName }: To, code: string): Promise<boolean> =>
  send(by, {
    to: email,
    subject: `Your code from ${schoolName}`,
    text: `Your code is ${codeWords(code)}\n\nType it on the page that our link opens. It works once, for seven days. Nobody from school will ask you for it.\n\n${schoolName}\n`,
  });

/** Mails what is to be mailed. False when some of it could not be sent. */
export async function mailVoiceLink(
  by: MailBy,
  to: To,
  what: { readonly delivery: Delivery; readonly address: string; readonly code: string },
): Promise<boolean> {
  const sent = await send(by, {
    to: to.email,
    subject: `A message from ${to.schoolName}`,
    text: `Dear ${to.name},\n\n${to.schoolName} asks you to read a plan, to say what you think, and to sign it if you agree. You need no account. Open this link, and type the code that we send you apart:\n\n${what.address}\n\nThe link works for fourteen days. Please do not pass it on.\n`,
  });
  return what.delivery === 'mail_both' ? (await mailCode(by, to, what.code)) && sent : sent;
}
