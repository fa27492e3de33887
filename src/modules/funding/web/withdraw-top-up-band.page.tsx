import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawBand } from '../commands/keep-top-up-settings.ts';
import { withdrawSettingForm } from '../domain/bid-settings.form.ts';
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

/** Takes out a band that was kept by mistake. */
export default page({
  path: '/school/authorities/:authorityId/top-up/bands/:bandId/withdraw',
  params: OfAuthority.extend({ bandId: z.uuid() }),
  may: 'bid.write',
  about: aboutNobody,
  section: 'School',
  title: 'Take a band out',
  form: withdrawSettingForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadSettings(tx, params);
    const of = held?.settings.bands.find((one) => one.bandId === params.bandId);
    return held === null || of === undefined ? null : { ...held, of };
  },
  view: ({ subject: { authority, of }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take a band out" lead={`${of.name} · ${authority.name}`} />
      <PostForm attempt={attempt} submit="Take it out" cancel={{ href: settingsHref(authority.authorityId) }}>
        <HiddenField name="version" value={String(of.version)} />
        <Card>
          <p>Only what was kept by mistake is taken out. A band that is paid no more is given a last day.</p>
          <FormField of={withdrawSettingForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { authority, of }, values }) => {
    if (values.version !== of.version) return refuse(staleSetting);
    const done = await withdrawBand(tx, of, values.why);
    return done.ok
      ? goTo(settingsHref(authority.authorityId), 'Taken out')
      : refuse({ [done.field]: done.words });
  },
});
