import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawWindow } from '../commands/keep-top-up-settings.ts';
import { withdrawSettingForm } from '../domain/bid-settings.form.ts';
import type { TopUpWindow } from '../domain/bid-settings.ts';
import {
  aboutNobody,
  loadSettings,
  OfAuthority,
  type SettingsSubject,
  settingsHref,
  staleSetting,
} from './top-up-settings-of.ts';

type Subject = SettingsSubject & { readonly of: TopUpWindow };

/** Takes out a window that the authority moved or gave up. */
export default page({
  path: '/school/authorities/:authorityId/top-up/windows/:windowId/withdraw',
  params: OfAuthority.extend({ windowId: z.uuid() }),
  may: 'bid.write',
  about: aboutNobody,
  section: 'School',
  title: 'Take a window out',
  form: withdrawSettingForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadSettings(tx, params);
    const of = held?.settings.windows.find((one) => one.windowId === params.windowId);
    return held === null || of === undefined ? null : { ...held, of };
  },
  view: ({ subject: { authority, of }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take a window out" lead={`${of.name} · ${authority.name}`} />
      <PostForm attempt={attempt} submit="Take it out" cancel={{ href: settingsHref(authority.authorityId) }}>
        <HiddenField name="version" value={String(of.version)} />
        <Card>
          <p>Dates that rest on it move with it.</p>
          <FormField of={withdrawSettingForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { authority, of }, values }) => {
    if (values.version !== of.version) return refuse(staleSetting);
    const done = await withdrawWindow(tx, of, values.why);
    return done.ok
      ? goTo(settingsHref(authority.authorityId), 'Taken out')
      : refuse({ [done.field]: done.words });
  },
});
