import { z } from 'zod';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { doseInWords, type Entry, keyOf } from '../domain/catalogue.ts';
import { tierOptions } from '../domain/provision-words.ts';
import { newRunForm } from '../domain/run.form.ts';
import { findEntry } from '../queries/get-catalogue.ts';
import { getProvisionSettings } from '../queries/get-provision-settings.ts';
import { suggestPupils } from '../queries/suggest-pupils.ts';
import { runHref } from './of-run.ts';
import { PupilPicks } from './pupil-picks.view.tsx';
import { setUpRun } from './set-up-run.ts';
import { staffOptions } from './staff-options.ts';

const { fields } = newRunForm;
const Search = z.object({
  entry: z.string().max(60).catch('').default(''),
  pupil: z.string().max(60).catch('').default(''),
});

/** The last day of so many weeks from a day. */
const untilAfter = (from: SchoolDate, entry: Entry | null): SchoolDate | null =>
  entry?.weeks == null ? null : addDays(from, entry.weeks[1] * 7 - 1);

/** A new group or single provision: a name and one pupil are enough; a catalogue entry fills in the rest. */
export default page({
  path: '/provision/runs/new',
  params: z.object({}),
  search: Search,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Start a group',
  about: ({ suggested }: { suggested: readonly { pupilId: PupilId }[] }) =>
    suggested.map(({ pupilId }) => pupilId),
  form: newRunForm,
  load: async ({ tx, search }) => {
    const entry = search.entry === '' ? null : await findEntry(tx, search.entry);
    const suggested = entry === null ? [] : await suggestPupils(tx, { ...entry, kind: keyOf(entry) });
    const settings = await getProvisionSettings(tx);
    return { entry, suggested, staff: await staffOptions(tx), today: tx.scope.today, settings };
  },
  view: ({ subject: { entry, suggested, staff, today, settings }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Start a group"
        lead={
          entry === null ? (
            <>
              A name and one pupil are enough to begin. From the <a href="/provision/catalogue">catalogue</a>{' '}
              the rest is filled in.
            </>
          ) : (
            `${entry.name}: ${doseInWords(entry) || (entry.dose ?? '')}`
          )
        }
      />
      <PostForm attempt={attempt} submit="Start" cancel={{ href: '/provision' }}>
        <Card>
          <FormField of={fields.name} attempt={attempt} value={entry?.name} />
          <PupilPicks pupils={fields.pupils} others={fields.others} suggested={suggested} attempt={attempt} />
        </Card>
        <Card title="When and with whom">
          <FormField of={fields.weekdays} attempt={attempt} />
          <FormField of={fields.startsAt} attempt={attempt} />
          <FormField of={fields.minutes} attempt={attempt} value={entry?.minutes?.[1]} />
          <FormField of={fields.place} attempt={attempt} />
          <FormField of={fields.staffId} attempt={attempt} options={staff} />
          {attempt.errors.clashWhy !== undefined && <FormField of={fields.clashWhy} attempt={attempt} />}
          <FormField of={fields.fromOn} attempt={attempt} value={today} />
          <FormField of={fields.untilOn} attempt={attempt} value={untilAfter(today, entry)} />
        </Card>
        <Details summary="Wave and areas of need" isOpen={attempt.errors.tier !== undefined}>
          <FormField
            of={fields.tier}
            attempt={attempt}
            value={entry?.tier ?? 'targeted'}
            options={tierOptions(settings.tierWords)}
          />
          <FormField of={fields.areas} attempt={attempt} value={entry?.areas} />
        </Details>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { entry, settings }, values }) => {
    const done = await setUpRun(tx, { entry, charge: settings.charge }, values);
    return done.ok ? goTo(runHref(done.value), 'Started') : refuse(done.errors);
  },
});
