import { z } from 'zod';
import type { Web } from '#src/platform/http/route.ts';
import { keepCookies } from './keep-cookies.ts';

const Challenge = z.looseObject({ challenge: z.string() });

/** Hands a challenge of the library to the browser: its cookie goes with the page, its words into the form. */
export async function challengeFrom(web: Web, answer: Response): Promise<string> {
  keepCookies(web, answer);
  const options = Challenge.parse(await answer.json());
  return JSON.stringify('rp' in options ? options : { ...options, userVerification: 'required' });
}

const Credential = z.looseObject({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  response: z.looseObject({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
  }),
});

const NewCredential = Credential.extend({
  response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }),
});

/** What the browser's script put into the form for a passkey in use; null when it is nothing of the kind. */
export const credentialIn = (typed: string) => parsedBy(Credential, typed);
/** And for a passkey just made. */
export const newCredentialIn = (typed: string) => parsedBy(NewCredential, typed);

function parsedBy<S extends z.ZodType>(schema: S, typed: string): z.output<S> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(typed));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const noPasskeyWords =
  'No passkey was shown. Your browser must run scripts and know passkeys; or go in another way';
