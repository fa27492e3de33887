import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenImpact from '#test/given-impact.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';
import { refreshImpactEverywhere, refreshImpactFigures } from '../commands/refresh-impact-figures.ts';

const gained = [
  [80, 90],
  [78, 86],
  [85, 97],
  [90, 99],
  [74, 80],
  [82, 91],
] as const;
const kind = { entryKey: 'talk-boost-ks1' };
const sharing = '/school/impact-in-trust';

/** Two schools of one trust, each with six pupils scored in the same provision. */
async function trust() {
  const one = await given.school({ inTrust: true });
  const other = await given.school();
  await asOwner('update app.schools set trust_id = $1 where school_id = $2', [one.trustId, other.schoolId]);
  for (const school of [one, other]) await givenImpact.scoredRun(school, gained, kind);
  return { one, other };
}

describe('the impact of provision by year', () => {
  it('is told to a governor as figures, and never of fewer than five', async () => {
    const school = await given.school();
    await givenSchool.academicYear(school);
    await givenImpact.scoredRun(school, gained, kind);
    await givenImpact.scoredRun(school, gained.slice(0, 2), {
      entryKey: 'lego-based-therapy',
      name: 'Zoe’s bricks',
    });
    await givenImpact.scoredRun(school, gained, { name: 'Help for Zebedee' });
    const governor = await given.person(school, 'governor');
    expect((await governor.browser.get('/insight/impact')).text).toContain('No figures yet');
    await given.inSchool(school, async (tx) => {
      await refreshImpactFigures(tx);
      await refreshImpactFigures(tx);
    });
    const shown = await governor.browser.get('/insight/impact');
    expect(shown.text).toContain('2026/27');
    expect(shown.text).toContain('+9 (+7 to +11)');
    expect(shown.text).toContain('+0.60 (+0.46 to +0.74)');
    expect(shown.text).toContain('hidden');
    expect(shown.text).toContain('Fewer than 5 pupils have a score at entry');
    // Neither pupils, nor what somebody called a group.
    expect(shown.text).not.toMatch(/Ada\d|Zoe|Zebedee/);
    expect((await governor.browser.get('/provision/impact')).status).toBe(403);
  });

  it.each(['teacher', 'ta', 'office', 'exams'] as const)('is not for a %s', async (role) => {
    const school = await given.school();
    const { browser } = await given.person(school, role);
    expect((await browser.get('/insight/impact')).status).toBe(403);
    expect((await browser.get('/trust/impact')).status).toBe(403);
    expect((await browser.get(sharing)).status).toBe(403);
  });

  it('is behind the wall of the school', async () => {
    const { one, other } = await trust();
    await given.inSchool(one, refreshImpactFigures);
    const governor = await given.person(other, 'governor');
    expect((await governor.browser.get('/insight/impact')).text).toContain('No figures yet');
  });
});

describe('impact in the trust', () => {
  it('is shared when a school says so, with its reason, and no more at once when it says not', async () => {
    const { one, other } = await trust();
    const senco = await given.person(other, 'senco');
    await senco.browser.get(sharing);
    const post = (sharesImpact: string, version: string, why = 'Heads agreed') =>
      senco.browser.post(sharing, { ...(sharesImpact === '' ? {} : { sharesImpact }), version, why });
    expect(errorsShown(await post('yes', '1', ''))).toHaveLength(1);
    expect((await post('yes', '1')).status).toBe(303);
    expect((await post('yes', '1')).status).toBe(422);
    await refreshImpactEverywhere(program);
    const mine = await given.person(one, 'senco');
    const [run] = await asOwner<{ id: string }>('select run_id as id from app.runs where school_id = $1', [
      one.schoolId,
    ]);
    const impact = `/provision/runs/${run?.id}/impact`;
    expect((await mine.browser.get(impact)).text).toContain(
      '0 (−3 to +3) beyond 1 other school of the trust, 6 pupils',
    );
    // What the other school keeps for itself, it is not shown beside.
    const [theirs] = await asOwner<{ id: string }>('select run_id as id from app.runs where school_id = $1', [
      other.schoolId,
    ]);
    expect((await senco.browser.get(`/provision/runs/${theirs?.id}/impact`)).text).not.toContain(
      'of the trust',
    );
    expect((await post('', '2')).status).toBe(303);
    expect((await mine.browser.get(impact)).text).not.toContain('of the trust');
    const events = await asOwner<{ type: string; why: string }>(
      `select type, why from app.events where school_id = $1 and type = 'ImpactSharingSet'`,
      [other.schoolId],
    );
    expect(events).toEqual([
      { type: 'ImpactSharingSet', why: 'Heads agreed' },
      { type: 'ImpactSharingSet', why: 'Heads agreed' },
    ]);
    await refreshImpactEverywhere(program);
    const left = await asOwner('select from app.trust_impact_figures where school_id = $1', [one.schoolId]);
    expect(left).toHaveLength(0);
  });

  it('compares the schools that share for the trust SEND lead, and nobody outside the trust', async () => {
    const { one, other } = await trust();
    for (const { schoolId } of [one, other])
      await asOwner('insert into app.impact_sharing (school_id, shares_impact) values ($1, true)', [
        schoolId,
      ]);
    const far = await given.school();
    await refreshImpactEverywhere(program);
    const lead = await given.person(one, 'trust_lead');
    const shown = await lead.browser.get('/trust/impact');
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('in 2 schools');
    const rows = shown.$('tbody tr th[scope=row]').toArray();
    expect(rows).toHaveLength(2);
    const seen = await given.inSchool(far, (tx) => tx.selectFrom('trustImpactFigures').selectAll().execute());
    expect(seen).toEqual([]);
  });

  it('is no choice for a school without a trust', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    expect((await browser.get(sharing)).status).toBe(404);
    expect((await browser.get('/school')).text).not.toContain('Impact in the trust');
  });
});
