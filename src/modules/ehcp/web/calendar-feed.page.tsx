import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { calendarFeedToken } from '../commands/calendar-feed.ts';
import { wantsDigest } from '../domain/digest.ts';
import { findToldBy } from '../queries/find-calendar-feed.ts';

/** One button that posts to a deed. */
const Deed = ({ path, label, kind }: { path: string; label: string; kind?: 'second' }) => (
  <form method="post" action={`/reviews/calendar/${path}`}>
    <SubmitButton kind={kind}>{label}</SubmitButton>
  </form>
);

/** How the dates come to somebody who is not looking: in their own calendar, and by mail each Monday. */
export default page({
  path: '/reviews/calendar',
  params: z.object({}),
  may: 'case.read',
  about: { none: 'It shows an address and a choice, no pupil' },
  section: 'Reviews',
  title: 'Calendar and weekly mail',
  load: async ({ tx, actor, program }) => {
    const { feed, digest } = await findToldBy(tx);
    const { schoolId } = actor;
    const { secret, url } = program.settings;
    const address =
      feed === null
        ? null
        : `${url}/calendar/${calendarFeedToken(secret, { schoolId, calendarFeedId: feed.calendarFeedId }).token}.ics`;
    return { feed, address, isMailed: wantsDigest(digest, actor.roles) };
  },
  view: ({ subject: { feed, address, isMailed } }) => (
    <div class="narrow">
      <BackLink href="/reviews">Back to Reviews</BackLink>
      <PageHead
        title="Calendar and weekly mail"
        lead="What is due and by when. Whom it is about stands in Sendero alone."
      />
      <Card title="In your calendar">
        {feed === null || address === null ? (
          <>
            <p>
              A private address shows every open date to your calendar program, which asks for it again by
              itself. It names no pupil.
            </p>
            <Deed path="new" label="Make my address" />
          </>
        ) : (
          <>
            <p>
              Add a calendar “from the internet” or “by address” in your calendar program, and paste this:
            </p>
            <p class="small address">{address}</p>
            <p class="small quiet">
              {`Whoever has the address can read the dates. ${
                feed.readOn === null
                  ? 'No program has asked for it yet.'
                  : `Last read on ${longDate(feed.readOn)}.`
              }`}
            </p>
            <ButtonRow>
              <Deed path="new" label="Make a new address" kind="second" />
              <Deed path="stop" label="Stop this address" kind="second" />
            </ButtonRow>
          </>
        )}
      </Card>
      <Card title="By mail each Monday">
        <p>
          {isMailed
            ? 'You get a mail on Monday mornings with what is late and what is due within two weeks. In a week without either, none comes.'
            : 'You get no weekly mail.'}
        </p>
        <Deed
          path={isMailed ? 'mail/off' : 'mail/on'}
          label={isMailed ? 'Stop the weekly mail' : 'Send me the weekly mail'}
          kind="second"
        />
      </Card>
    </div>
  ),
});
