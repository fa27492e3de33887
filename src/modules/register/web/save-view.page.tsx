import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { saveView } from '../commands/save-view.ts';
import { filterAddress, parseFilter } from '../domain/register-filter.ts';
import { saveViewForm } from '../domain/saved-view.form.ts';
import type { ViewRefusal } from '../domain/saved-view.ts';
import { filterWords, layoutWords } from './register-words.ts';

const { fields } = saveViewForm;

export const viewRefusals: Readonly<Record<ViewRefusal, Readonly<Record<string, string>>>> = {
  name_taken: { name: 'Enter another name: you have a view of this name' },
  too_many: { form: 'You have 30 views. Remove one that you no longer use first' },
  too_long: { form: 'This view has more filters than can be kept. Choose fewer' },
};

/** Keeps the view of the register that the address holds. */
export default page({
  path: '/pupils/views/new',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseFilter),
  may: 'register.read',
  section: 'Pupils',
  title: 'Save this view',
  form: saveViewForm,
  load: async () => ({}),
  about: { none: 'a view holds filters and no pupil' },
  view: ({ attempt, search, actor }) => (
    <div class="narrow">
      <PageHead title="Save this view" lead="Of the register" />
      <Card title="What it shows">
        <p>{filterWords(search).join(' · ')}</p>
        <p class="small quiet">{layoutWords(search).join(' · ')}</p>
      </Card>
      <PostForm
        attempt={attempt}
        action={filterAddress(search, '/pupils/views/new')}
        submit="Save view"
        cancel={{ href: filterAddress(search) }}
      >
        <FormField of={fields.name} attempt={attempt} />
        {actor.reach === 'school' && <FormField of={fields.isShared} attempt={attempt} />}
        <FormField of={fields.opensFirst} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, actor, search, values }) => {
    const isShared = values.isShared && actor.reach === 'school';
    const saved = await saveView(tx, { ...values, isShared, filter: search });
    return saved.ok ? goTo(filterAddress(search), 'View saved') : refuse(viewRefusals[saved.refusal]);
  },
});
