import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { makeNewCode } from '../commands/stop-voice-link.ts';
import { codeWords } from '../domain/voice-link.ts';
import { familyHref, loadLink, OfVoiceLink } from './family-of-plan.ts';

/** A new code for a link that lives, to be read out. */
export default deed({
  path: '/pupils/:pupilId/plan/family/links/:voiceLinkId/code',
  params: OfVoiceLink,
  may: 'plan.write',
  from: ({ pupilId }) => familyHref(pupilId),
  load: ({ tx, params }) => loadLink(tx, params),
  submit: async ({ tx, program, subject: { pupil, link } }) => {
    const made = await makeNewCode(tx, program.settings.secret, link);
    return made.ok
      ? goTo(
          familyHref(pupil.pupilId),
          `New code, shown only now: ${codeWords(made.value)} The one before it is dead.`,
        )
      : refuse('This link is dead. Make another.');
  },
});
