import { channel } from 'node:diagnostics_channel';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { may } from '#src/kernel/access.ts';
import { Layout, type LayoutProps } from '#src/ui/layout.tsx';
import {
  type Reading,
  readingMotions,
  readingSizes,
  readingSpacings,
  readingTints,
  readingTypefaces,
  usualReading,
} from '#src/ui/reading.ts';
import type { Program } from '../program.ts';
import type { Web } from './route.ts';
import { type SignedIn, takeFlash } from './session.ts';

export type Section = NonNullable<LayoutProps['section']>;

export const ReadingSchema: z.ZodType<Reading> = z.object({
  size: z.enum(readingSizes),
  spacing: z.enum(readingSpacings),
  tint: z.enum(readingTints),
  typeface: z.enum(readingTypefaces),
  motion: z.enum(readingMotions),
  keys: z.enum(['on', 'off']).optional(),
});

/** What somebody chose on the page of reading preferences; the usual when nothing, or nothing known. */
export function readingOf(person: SignedIn | null): Reading {
  if (person?.reading === null || person === null) return usualReading;
  const kept = ReadingSchema.safeParse(JSON.parse(person.reading));
  return kept.success ? kept.data : usualReading;
}

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
      assets={program.assets}
      reading={readingOf(person)}
      flash={takeFlash(web)}
      wide={drawn.wide}
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
