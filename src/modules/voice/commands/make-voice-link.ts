import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { findSharedCopy, type Plan, takeSharedCopy } from '#src/modules/plans/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { voiceEvents } from '../domain/voice.events.ts';
import { type Delivery, linkLasts } from '../domain/voice-link.ts';
import type { Answerer, Answerers } from '../queries/list-who-may-answer.ts';
import { type MailBy, mailVoiceLink } from './mail-voice-link.ts';
import { makeCode, makeVoiceToken } from './voice-code.ts';

const record = recorder(voiceEvents);

export type NewVoiceLink = {
  readonly plan: Plan;
  readonly of: Answerer;
  readonly holder: Answerers['holder'];
  readonly delivery: Delivery;
  readonly why?: string | undefined;
  readonly schoolName: string;
};
export type LinkRefusal = 'not_shared' | 'no_link' | 'no_email' | 'needs_why';
/** Shown once, to whoever made it: afterwards Sendero knows no more than the hashes. */
export type MadeLink = { readonly address: string; readonly code: string; readonly isMailed: boolean };

/**
 * Makes a link with a code for somebody of a pupil's family, about a plan that was shared or issued. Refused where none
 * may be made, whoever asks; where the rights are the young person's own, a parent's link needs a reason.
 */
export async function makeVoiceLink(
  tx: Tx,
  by: MailBy,
  given: NewVoiceLink,
): Promise<Result<MadeLink, LinkRefusal>> {
  const { of, delivery, schoolName } = given;
  const refusal = await mayNot(tx, given);
  if (refusal !== null) return refused(refusal);
  const voiceLinkId = newId(tx.scope.clock.now().getTime());
  const { token, secretHash } = makeVoiceToken(tx.scope.actor.schoolId, voiceLinkId);
  const now = tx.scope.clock.now();
  const { code, ...kept } = makeCode(by.settings.secret, {
    voiceLinkId,
    now,
    untilAt: new Date(now.getTime() + linkLasts),
  });
  await addLink(tx, given, { voiceLinkId, secretHash, ...kept });
  const address = `${by.settings.url}/v/${token}`;
  const isMailed =
    of.email !== null &&
    delivery !== 'by_hand' &&
    (await mailVoiceLink(by, { email: of.email, name: of.name, schoolName }, { delivery, address, code }));
  return done({ address, code, isMailed });
}

/**
 * Opens a pupil's or young person's own page on the device of the member of staff, at once and without a code. Returns the
 * token of the session, for the cookie.
 */
export async function openOnThisDevice(
  tx: Tx,
  given: Omit<NewVoiceLink, 'delivery'>,
): Promise<Result<string, LinkRefusal>> {
  const whole = { ...given, delivery: 'this_device' as const };
  if (given.of.kind === 'parent') return refused('no_link');
  const refusal = await mayNot(tx, whole);
  if (refusal !== null) return refused(refusal);
  const { actor, clock } = tx.scope;
  const voiceLinkId = newId(clock.now().getTime());
  const session = makeVoiceToken(actor.schoolId, voiceLinkId);
  const { secretHash } = makeVoiceToken(actor.schoolId, voiceLinkId);
  await addLink(tx, whole, {
    voiceLinkId,
    secretHash,
    sessionHash: session.secretHash,
    sessionSeenAt: clock.now(),
    openedAt: clock.now(),
  });
  return done(session.token);
}

async function mayNot(
  tx: Tx,
  { plan, of, holder, delivery, why }: NewVoiceLink,
): Promise<LinkRefusal | null> {
  if (plan.state !== 'shared' && plan.state !== 'issued') return 'not_shared';
  if (of.whyNot !== null) return 'no_link';
  if (of.kind === 'parent' && holder === 'young_person' && why === undefined) return 'needs_why';
  const isMailed = delivery === 'mail_both' || delivery === 'mail_link';
  if (isMailed && of.email === null) return 'no_email';
  // A plan that was shared before copies were kept is kept now, as it stands.
  if ((await findSharedCopy(tx, plan.planId)) === null) await takeSharedCopy(tx, plan);
  return null;
}

type Secrets = {
  readonly voiceLinkId: string;
  readonly secretHash: string;
  readonly codeHash?: string;
  readonly codeUntil?: Date;
  readonly sessionHash?: string;
  readonly sessionSeenAt?: Date;
  readonly openedAt?: Date;
};

async function addLink(tx: Tx, given: NewVoiceLink, secrets: Secrets): Promise<void> {
  const { actor, clock } = tx.scope;
  const { plan, of, delivery, why } = given;
  const now = clock.now();
  await tx
    .insertInto('voiceLinks')
    .values({
      schoolId: actor.schoolId,
      planId: plan.planId,
      pupilId: plan.pupilId,
      kind: of.kind,
      carerId: of.carerId,
      forName: of.name,
      relationship: of.relationship,
      delivery,
      why: why ?? null,
      madeAt: now,
      madeBy: actor.personId,
      untilAt: new Date(now.getTime() + linkLasts),
      ...secrets,
    })
    .execute();
  await record(tx, {
    type: 'VoiceLinkMade',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: secrets.voiceLinkId,
    why,
    changes: {
      for: { before: null, after: of.relationship },
      delivery: { before: null, after: delivery },
    },
  });
}
