import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Authority } from '../domain/authority.ts';
import { casesEvents } from '../domain/cases.events.ts';
import { listAuthorities } from '../queries/list-authorities.ts';
import { listCases } from '../queries/list-cases.ts';

const record = recorder(casesEvents);

export type AuthoritySet = Omit<Authority, 'authorityId' | 'isWithdrawn' | 'version'>;

const rowOf = ({ rules, ...words }: AuthoritySet) => ({ ...words, localRules: JSON.stringify(rules) });

const told = ({ rules: { asks, ...rules }, ...words }: AuthoritySet) => ({
  ...words,
  draftWeek: rules.draftWeek ?? null,
  askAdviceDays: rules.askAdviceDays ?? null,
  asks: asks.map(({ words: ask }) => ask).join('\n'),
});

async function isTaken(tx: Tx, set: AuthoritySet, but: string | null): Promise<boolean> {
  const all = await listAuthorities(tx);
  return all.some(
    ({ authorityId, code, name }) =>
      authorityId !== but && (name === set.name || (code !== null && code === set.code)),
  );
}

/** Adds an authority that the school works with. Several are normal. Returns its id. */
export async function addAuthority(tx: Tx, set: AuthoritySet): Promise<Result<string, 'taken'>> {
  if (await isTaken(tx, set, null)) return refused('taken');
  const authorityId = newId(tx.scope.clock.now().getTime());
  await add(tx, 'authorities', [{ authorityId, ...rowOf(set), recordedAt: tx.scope.clock.now() }]);
  await record(tx, {
    type: 'AuthorityAdded',
    audience: 'staff',
    subjectId: authorityId,
    changes: changesBetween({}, told(set)),
  });
  return done(authorityId);
}

async function maintainsPlan(tx: Tx, authorityId: string): Promise<boolean> {
  const plan = await tx
    .selectFrom('ehcPlans')
    .select('ehcPlanId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('authorityId', '=', authorityId)
    .where('endedOn', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return plan !== undefined;
}

const nothingElse = {
  teamContact: null,
  teamEmail: null,
  teamPost: null,
  teamPhone: null,
  rules: { asks: [] },
} as const;

/** The authority of this number or name, added where the school does not work with it yet. Returns its id. */
export async function findOrAddAuthority(
  tx: Tx,
  { code, name }: Pick<Authority, 'code' | 'name'>,
): Promise<string> {
  const all = await listAuthorities(tx);
  const held = all.find((one) => one.name === name || (code !== null && one.code === code));
  if (held !== undefined) return held.authorityId;
  const added = await addAuthority(tx, { code, name, ...nothingElse });
  if (!added.ok) throw new Error('An authority that is not held can be added');
  return added.value;
}

async function write(tx: Tx, { authorityId, version }: Authority, set: object): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authorities')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('authorityId', '=', authorityId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Changes an authority that is as it was read. Its local rules move the dates that rest on them, of every open case. */
export async function changeAuthority(
  tx: Tx,
  authority: Authority,
  set: AuthoritySet,
): Promise<Result<boolean, 'stale' | 'taken'>> {
  const changes = changesBetween(told(authority), told(set));
  if (nothingChanged(changes)) return done(false);
  if (await isTaken(tx, set, authority.authorityId)) return refused('taken');
  if (!(await write(tx, authority, rowOf(set)))) return refused('stale');
  await record(tx, {
    type: 'AuthorityChanged',
    audience: 'staff',
    subjectId: authority.authorityId,
    changes,
  });
  return done(true);
}

/** Takes an authority out of what is offered. Refused while it maintains a plan or has an open case; what ended keeps it. */
export async function withdrawAuthority(
  tx: Tx,
  authority: Authority,
  why: string,
): Promise<Result<null, 'stale' | 'has_cases' | 'has_plans'>> {
  const { authorityId, name } = authority;
  const open = await listCases(tx, { open: true });
  if (open.some((each) => each.authorityId === authorityId)) return refused('has_cases');
  if (await maintainsPlan(tx, authorityId)) return refused('has_plans');
  if (!(await write(tx, authority, { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why })))
    return refused('stale');
  await record(tx, {
    type: 'AuthorityWithdrawn',
    audience: 'staff',
    subjectId: authorityId,
    why,
    changes: { name: { before: name, after: null } },
  });
  return done(null);
}
