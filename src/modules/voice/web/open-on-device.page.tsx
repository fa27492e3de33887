import { Forbidden, NotFound } from '#src/kernel/stops.ts';
import { setFlash } from '#src/platform/auth/session.ts';
import { pass } from '#src/platform/http/gate.ts';
import { limitBody } from '#src/platform/http/limits.ts';
import { page } from '#src/platform/http/page.tsx';
import type { Route } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { openOnThisDevice } from '../commands/make-voice-link.ts';
import { listWhoMayAnswer } from '../queries/list-who-may-answer.ts';
import { familyHref, linkRefusals, loadFamily, nameOf, OfFamily, ofPupil } from './family-of-plan.ts';
import { voiceCookie } from './voice-page.ts';

const path = '/pupils/:pupilId/plan/family/device';
const gate = { params: OfFamily, may: 'plan.write' } as const;

const shown = page({
  path,
  ...gate,
  section: 'Pupils',
  title: 'Open the pupil’s page on this device',
  about: ofPupil,
  load: async ({ tx, params }) => {
    const held = await loadFamily(tx, params.pupilId);
    return held === null ? null : { ...held, who: await listWhoMayAnswer(tx, held.pupil) };
  },
  view: ({ subject: { pupil, who }, attempt }) => (
    <div class="narrow">
      <PageHead title="Open the pupil’s page on this device" lead={nameOf(pupil)} />
      <Card>
        <p>
          You are signed out first, so that the pupil can open nothing else. Then hand the device over.
          Afterwards sign in again.
        </p>
        <PostForm
          attempt={attempt}
          submit="Sign me out and open it"
          cancel={{ href: familyHref(pupil.pupilId) }}
        >
          <SelectField
            name="who"
            label="For whom"
            options={[
              { value: 'pupil', label: 'The pupil, to tell how school is' },
              ...(who.holder === 'young_person'
                ? [{ value: 'young_person', label: 'The young person, to read and sign the plan' }]
                : []),
            ]}
            value="pupil"
          />
        </PostForm>
      </Card>
    </div>
  ),
});

/** Opens the pupil's own page on the tablet of a member of staff, and signs them out of it in the same moment. */
const route: Route = {
  path,
  methods: ['GET', 'POST'],
  may: gate.may,
  mount: (app, program) => {
    shown.mount(app, program);
    app.post(path, limitBody(), async (web) => {
      const passed = await pass(web, program, gate);
      if (passed instanceof Response) return passed;
      const { pupilId } = passed.params;
      const posted = (await web.req.formData()).get('who');
      const opened = await passed.enter(false, async (tx, actor) => {
        const held = await loadFamily(tx, pupilId);
        if (held === null) throw new NotFound();
        if (posted === null) return null;
        const { holder, people } = await listWhoMayAnswer(tx, held.pupil);
        const of = people.find(({ key, kind }) => key === posted && kind !== 'parent');
        if (of === undefined) throw new Forbidden();
        return openOnThisDevice(tx, { plan: held.plan, of, holder, schoolName: actor.schoolName });
      });
      if (opened === null || !opened.ok) {
        setFlash(web, opened === null ? 'Select for whom the page is' : linkRefusals[opened.refusal]);
        return web.redirect(familyHref(pupilId), 303);
      }
      const out = await program.auth.api.signOut({ headers: web.req.raw.headers, asResponse: true });
      const answer = web.redirect('/v', 303);
      for (const cookie of [...out.headers.getSetCookie(), voiceCookie(program, opened.value)])
        answer.headers.append('set-cookie', cookie);
      return answer;
    });
  },
};
export default route;
