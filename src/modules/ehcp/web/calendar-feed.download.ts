import ical, { ICalEventTransparency } from 'ical-generator';
import { placeOf } from '#src/modules/identity/index.ts';
import type { Route, Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { type OpenedFeed, openCalendarFeed } from '../commands/open-calendar-feed.ts';

const path = '/calendar/:file';
/** How often a calendar program may ask again. */
const sixHours = 6 * 3600;

/** The days as RFC 5545 has them: whole days that make nobody busy. */
function icsOf({ schoolName, entries }: OpenedFeed, { settings, clock }: Program): string {
  const calendar = ical({
    name: `Sendero: ${schoolName}`,
    prodId: { company: 'Sendero', product: 'Dates of the law', language: 'EN' },
    ttl: sixHours,
  });
  for (const { id, on, title, words, path: href } of entries)
    calendar.createEvent({
      id: `${id}@sendero`,
      stamp: clock.now(),
      start: on,
      allDay: true,
      summary: title,
      description: words,
      url: `${settings.url}${href}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}

/** A wrong address counts against the place it comes from, so that guessing is slow; a good one does not. */
async function answer(web: Web, program: Program): Promise<Response> {
  const { address } = program.throttles;
  const place = placeOf(web);
  if ((await address.tries(place)) !== null) return web.text('Too many addresses were tried.', 429);
  const token = /^(.+)\.ics$/.exec(web.req.param('file') ?? '')?.[1];
  const feed = token === undefined ? null : await openCalendarFeed(program, token);
  if (feed === null) return web.notFound();
  await address.giveBack(place);
  return web.body(icsOf(feed, program), 200, { 'content-type': 'text/calendar; charset=utf-8' });
}

/** Somebody's dates for their calendar program, which cannot sign in: the address is the key (rule due-2). */
export default {
  path,
  methods: ['GET'],
  may: 'open',
  mount: (app, program) => {
    app.get(path, (web) => answer(web, program));
  },
} satisfies Route;
