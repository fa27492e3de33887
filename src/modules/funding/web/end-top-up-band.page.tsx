import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endBand } from '../commands/keep-top-up-settings.ts';
import { endBandForm } from '../domain/bid-settings.form.ts';
import type { TopUpBand } from '../domain/bid-settings.ts';
import {
  aboutNobody,
  loadSettings,
  OfAuthority,
  type SettingsSubject,
  settingsHref,
  staleSetting,
} from './top-up-settings-of.ts';

type Subject = SettingsSubject & { readonly of: TopUpBand };

/** Gives a band of an authority its last day. */
export default page({
  path: '/school/authorities/:authorityId/top-up/bands/:bandId/end',
  params: OfAuthority.extend({ bandId: z.uuid() }),
  may: 'bid.write',
  about: aboutNobody,
  section: 'School',
  title: 'Give a band a last day',
  form: endBandForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadSettings(tx, params);
    const of = held?.settings.bands.find((one) => one.bandId === params.bandId);
    return held === null || of === undefined ? null : { ...held, of };
  },
  view: ({ subject: { authority, of }, attempt }) => (
    <div class="narrow">
      <PageHead title="Give a band a last day" lead={`${of.name} · ${authority.name}`} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: settingsHref(authority.authorityId) }}>
        <HiddenField name="version" value={String(of.version)} />
        <Card>
          <p>What was decided in it stays. It can be asked for until that day.</p>
          <FormField of={endBandForm.fields.untilOn} attempt={attempt} value={of.untilOn} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { authority, of }, values }) => {
    if (values.version !== of.version) return refuse(staleSetting);
    const done = await endBand(tx, of, values.untilOn);
    return done.ok
      ? goTo(settingsHref(authority.authorityId), 'Saved')
      : refuse({ [done.field]: done.words });
  },
});
