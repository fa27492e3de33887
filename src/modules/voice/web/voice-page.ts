import { getCookie } from 'hono/cookie';
import type { VNode } from 'preact';
import type { Attempt, Form, Values } from '#src/kernel/form.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { elsewhere, type OpenOutcome, openPage } from '#src/platform/http/open-page.tsx';
import type { Route, Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { asVoice, findVoice, type Voice } from '../commands/open-voice.ts';
import type { VoiceKind } from '../domain/voice-link.ts';

const cookieName = ({ settings }: Program): string =>
  settings.url.startsWith('https:') ? '__Secure-sendero_voice' : 'sendero_voice';

/** The cookie of a sitting: sent back to the pages of links alone, never from another site, gone with the browser. */
export const voiceCookie = (program: Program, token: string): string => {
  const secure = program.settings.url.startsWith('https:') ? '; Secure' : '';
  const ended = token === '' ? '; Max-Age=0' : '';
  return `${cookieName(program)}=${token}; Path=/v; HttpOnly; SameSite=Strict${secure}${ended}`;
};

/** Who speaks in this request; null where the sitting is over. */
export const voiceOf = (web: Web, program: Program): Promise<Voice | null> =>
  findVoice(program, getCookie(web, cookieName(program)));

type Held<S> = { readonly voice: Voice; readonly held: S };

type VoicePage<S, F extends Form> = {
  readonly path: string;
  readonly title: string;
  /** Whose page it is; others are sent to their own. */
  readonly kinds: readonly VoiceKind[];
  readonly form: F;
  readonly largestPost?: number;
  readonly load: (tx: Tx, voice: Voice) => Promise<S | null>;
  readonly view: (shown: { held: S; voice: Voice; attempt: Attempt }) => VNode;
  readonly submit?: (
    asked: Held<S> & { readonly program: Program; readonly values: Values<F> },
  ) => Promise<OpenOutcome>;
};

/** A page of a link: it opens for whoever gave the code, within the hour, and shows one pupil's plan and no other thing. */
export function voicePage<S, F extends Form>(of: VoicePage<S, F>): Route {
  const { submit } = of;
  return openPage<Held<S>, F>({
    path: of.path,
    may: 'open',
    title: of.title,
    form: of.form,
    ...(of.largestPost === undefined ? {} : { largestPost: of.largestPost }),
    load: async ({ web, program }) => {
      const voice = await voiceOf(web, program);
      if (voice === null) return elsewhere(web, '/v/closed');
      if (!of.kinds.includes(voice.link.kind)) return elsewhere(web, '/v');
      const held = await asVoice(program, voice, (tx) => of.load(tx, voice));
      return held === null ? null : { voice, held };
    },
    view: ({ subject, attempt }) => of.view({ ...subject, attempt }),
    ...(submit === undefined
      ? {}
      : { submit: ({ program, subject, values }) => submit({ ...subject, program, values }) }),
  });
}
