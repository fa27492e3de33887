import { describe, expect, it } from 'vitest';
import { programActor } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { heldRecords } from '#src/modules/privacy/domain/held-records.ts';
import { listHeldParts } from '#src/modules/privacy/queries/list-held-parts.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import { fillTwoSchools } from '#test/two-schools.ts';
import { asOwner, program } from '#test/worker-database.ts';

describe('everything that is held of a pupil', () => {
  it('is found in every table that names a pupil, row for row, by the catalogue', async () => {
    const filled = await fillTwoSchools(31);
    const [school] = filled.schools;
    const pupilId = PupilId.parse(school?.pupilIds[0]);
    if (school === undefined) throw new Error('a school');
    await asOwner(`update app.import_rows set match_id = $1 where school_id = $2`, [
      pupilId,
      school.schoolId,
    ]);
    await asOwner(
      `update app.import_changes set after = jsonb_build_object('pupil_id', $1::text) where school_id = $2`,
      [pupilId, school.schoolId],
    );
    const tables = await asOwner<{ name: string; column: string }>(
      `select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and not a.attisdropped
         and a.attname in ('pupil_id', 'pupil_ids')`,
    );
    const due = new Map<string, number>([
      ['import_rows', 1],
      ['import_changes', 1],
    ]);
    for (const { name, column } of tables) {
      const [row] = await asOwner<{ n: number }>(
        `select count(*)::int as n from app.${name} where ${column === 'pupil_id' ? 'pupil_id = $1' : 'pupil_ids @> array[$1]::uuid[]'}`,
        [pupilId],
      );
      due.set(name, row?.n ?? 0);
    }
    const parts = await inScope(scopeOf(program), programActor(school.schoolId), (tx) =>
      listHeldParts(tx, pupilId),
    );
    const found = new Map(parts.map(({ source, entries }) => [source, entries.length]));
    expect(Object.fromEntries([...found].toSorted())).toEqual(Object.fromEntries([...due].toSorted()));
    expect([...due.values()].filter((count) => count > 0).length).toBeGreaterThan(20);
    const others = school.pupilIds.filter((id) => id !== pupilId);
    const text = JSON.stringify(parts.map(({ entries }) => entries.map(({ lines }) => lines)));
    expect(others.filter((id) => text.includes(id))).toEqual([]);
  }, 120_000);

  it('is described for a reader, table by table, and nothing is described that is not there', async () => {
    const tables = await asOwner<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('app', 'auth') and c.relkind = 'r' order by 1`,
    );
    expect(Object.keys(heldRecords).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });
});
