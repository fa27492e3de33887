import { channel } from 'node:diagnostics_channel';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Member, may } from '#src/kernel/access.ts';
import { Layout, type LayoutProps } from '#src/ui/layout.tsx';
import { readingOf } from '#src/ui/reading.ts';
import { type SignedIn, takeFlash } from '../auth/session.ts';
import type { Program } from '../program.ts';
import type { Web } from './route.ts';

export type Section = NonNullable<LayoutProps['section']>;

type Drawn = {
  readonly title: string;
  readonly person: SignedIn | null;
  readonly actor: Member | null;
  readonly section?: Section | undefined;
  readonly wide?: boolean | undefined;
  readonly refreshSeconds?: number | undefined;
  readonly status?: 200 | 403 | 404 | 422 | 429 | 500 | 503;
};

/** Tells whoever measures how long a page took to draw, in milliseconds. */
const drawing = channel('sendero:draw');

/** A whole page as an answer. */
export function draw(web: Web, program: Program, drawn: Drawn, children: ComponentChildren): Response {
  const { person, actor } = drawn;
  const from = performance.now();
  const page = renderToString(
    <Layout
      title={drawn.title}
      section={drawn.section}
      nav={actor === null ? [] : [...program.nav(actor)]}
      school={actor === null ? undefined : schoolLink(actor)}
      person={person === null ? undefined : { name: actor?.knownAs ?? person.name }}
      canFind={actor !== null && may(actor, 'pupil.find')}
      log={actor !== null && may(actor, 'task.own') ? '/log' : undefined}
      assets={program.assets}
      reading={readingOf(person)}
      flash={takeFlash(web)}
      wide={drawn.wide}
      lockMinutes={actor?.idleMinutes}
      refreshSeconds={drawn.refreshSeconds}
    >
      {children}
    </Layout>,
  );
  if (drawing.hasSubscribers) drawing.publish(performance.now() - from);
  return web.html(`<!doctype html>${page}`, drawn.status ?? 200);
}

const schoolLink = (actor: Member) => ({
  name: actor.schoolName,
  ...(actor.hasOtherSchools ? { href: '/schools' } : {}),
});
