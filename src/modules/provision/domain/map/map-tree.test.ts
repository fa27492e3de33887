import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySchool, mapFrame, mapOf, mapPupilIds, mapToday, plannedOf, ratesOfMap } from '#test/given-map.ts';
import { adultPence, bearersOn, shareAmong } from '../cost.ts';
import { pupilLedger, runLedger } from '../ledger.ts';
import { costGroups, costRows, pupilCosts, sharesOf } from './cost-rows.ts';
import { sumOf } from './map-cells.ts';
import { equalPart, forecastOf, sumSpent } from './map-costs.ts';
import { mapGroups, usualMap } from './map-filter.ts';
import { mapGrid, mapTree } from './map-tree.ts';
import { totalsOf } from './map-words.ts';
import { runNodes, sumMeasured } from './run-node.ts';
import { pupilsAffected, toComeWithout, withoutNothing } from './what-if.ts';

const words = { year: (year: string | null) => year ?? 'none', need: (type: string) => type };
const figures = ({ cells, spent, toDate, weekly }: Parameters<typeof sumMeasured>[1][number]) => ({
  ...totalsOf(cells()),
  ...spent(),
  spentAlready: toDate(),
  weekly: [...weekly()],
});
const none = (): never => {
  throw new Error('a run is not in the map');
};
const school = (assert: (of: Parameters<Parameters<typeof anySchool.map>[0]>[0]) => void) =>
  fc.assert(fc.property(anySchool, assert), { numRuns: 60 });

describe('the map of any school (rule prov-20)', () => {
  it('counts from its stored lines what the sessions themselves come to', () => {
    school((runs) => {
      const nodes = runNodes(mapOf(runs), usualMap);
      for (const made of runs) {
        const node = nodes.find(({ run }) => run.runId === made.run.runId);
        const account = {
          planned: plannedOf(made),
          logged: made.sessions.map((one) => ({
            ...one,
            sessionId: '',
            runId: '',
            state: 'held' as const,
            note: null,
            nextStep: null,
            version: 1,
          })),
          today: mapToday,
        };
        const { byReason: _, ...whole } = runLedger(account);
        const { own: _own, ...adults } = totalsOf((node ?? none()).adults());
        expect(adults).toEqual(whole);
        for (const place of node?.places() ?? []) {
          expect(place.toDate()).toBe(place.spent().toDate);
          const { byReason, ...ledger } = pupilLedger(
            { ...account, spells: made.places },
            place.pupil.pupilId,
          );
          const { own, ...cells } = totalsOf(place.cells());
          expect(cells).toEqual(ledger);
          expect(own).toBe(byReason.pupil_absent ?? 0);
        }
      }
    });
  });

  it('adds up at every level, in minutes and pence, however it is grouped', () => {
    school((runs) => {
      const sources = mapOf(runs);
      const nodes = runNodes(sources, usualMap);
      const grid = mapGrid(sources, nodes);
      const ofPupils = figures(sumMeasured(mapFrame, grid));
      for (const by of mapGroups) {
        const tree = mapTree({ sources, nodes, words }, { by });
        for (const group of tree) {
          expect(figures(group)).toEqual(figures(sumMeasured(mapFrame, group.runs)));
          expect(sumOf(group.adults().planned)).toBe(
            group.runs.reduce((sum, { adults }) => sum + sumOf(adults().planned), 0),
          );
          for (const run of group.runs)
            expect(figures(run)).toEqual(figures(sumMeasured(mapFrame, run.places())));
        }
        expect(figures(sumMeasured(mapFrame, tree))).toEqual(ofPupils);
      }
    });
  });

  it('never gives more than was planned, but for what was recorded as extra', () => {
    school((runs) => {
      for (const { cells, adults } of runNodes(mapOf(runs), usualMap))
        for (const some of [cells(), adults()])
          some.held.forEach((held, at) => {
            expect(held).toBeLessThanOrEqual(some.planned[at] ?? 0);
          });
    });
  });

  it('splits costs to the penny by every heading, and by pupil', () => {
    school((runs) => {
      const sources = mapOf(runs);
      const nodes = runNodes(sources, usualMap);
      const shares = sharesOf(sources, nodes, usualMap, false);
      const whole = sumSpent(shares);
      for (const by of costGroups)
        expect(sumSpent(costRows({ sources, nodes, words }, shares, by))).toEqual(whole);
      const pupils = pupilCosts(shares, { fromOn: mapToday, pence: 600 });
      const nobody = sumSpent(shares.filter(({ pupilId }) => pupilId === null));
      expect(sumSpent([...pupils, nobody])).toEqual(whole);
      for (const one of pupils) expect((one.within ?? 0) + (one.beyond ?? 0)).toBe(forecastOf(one));
    });
  });

  it('plans the cost of each due session at the rates of its day, and spends what was stored (rule prov-21)', () => {
    school((runs) => {
      const nodes = runNodes(mapOf(runs), usualMap);
      for (const made of runs) {
        const spent = sumSpent(nodes.find(({ run }) => run.runId === made.run.runId)?.costs()?.shares ?? []);
        const pence = (minutes: number) =>
          ratesOfMap.reduce((sum, rate) => sum + adultPence(minutes, rate), 0);
        const due = plannedOf(made);
        const cost = (some: typeof due) => some.reduce((sum, { minutes }) => sum + pence(minutes), 0);
        expect(spent).toEqual({
          planned: cost(due) + made.expense,
          toDate: made.sessions.reduce((sum, session) => sum + session.pence, 0) + made.expense,
          toCome: cost(due.filter(({ on }) => on > mapToday)),
        });
      }
    });
  });

  it('gives the same pupil the same pence as the session’s own sharing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 5 }), (pence, count) => {
        const ids = mapPupilIds.slice(0, count);
        const spells = ids.map((pupilId) => ({ pupilId, bearsCost: true, fromOn: mapToday, untilOn: null }));
        const shared = [...shareAmong(pence, bearersOn('shared', spells, mapToday)).values()];
        expect(ids.map((_, at) => equalPart(pence, count, at))).toEqual(shared);
      }),
    );
  });
});

describe('filters', () => {
  const filters: readonly [string, Partial<typeof usualMap>][] = [
    ['class', { class: ['1A'] }],
    ['year', { year: ['2'] }],
    ['need', { need: ['SEMH'] }],
    ['name', { q: 'ada surname 1' }],
  ];
  it.each(filters)('of %s leave parts that make the whole with the rest', (_, filter) => {
    school((runs) => {
      const sources = mapOf(runs);
      const all = mapGrid(sources, runNodes(sources, usualMap));
      const some = mapGrid(sources, runNodes(sources, { ...usualMap, ...filter }));
      const left = new Set(some.map(({ pupil }) => pupil.pupilId));
      const rest = all.filter(({ pupil }) => !left.has(pupil.pupilId));
      expect(figures(sumMeasured(mapFrame, [...some, ...rest]))).toEqual(figures(sumMeasured(mapFrame, all)));
    });
  });

  it('puts a run under the sources that pay for it at the end of the time', () => {
    const keyOf = (sources: readonly string[]): string => {
      if (sources.length === 0) return '–';
      return sources.includes('pupil_premium') ? 'pupil_premium' : 'notional_sen+top_up';
    };
    school((runs) => {
      const sources = mapOf(runs);
      const paid = new Map(
        runs.map(({ run, funding }) => [run.runId, keyOf(funding.map(({ source }) => source))]),
      );
      const tree = mapTree({ sources, nodes: runNodes(sources, usualMap), words }, { by: 'source' });
      const shown = tree.flatMap((group) => group.runs.map(({ run }) => [run.runId, group.key] as const));
      expect(new Map(shown)).toEqual(paid);
    });
  });
});

describe('what if (rule prov-23)', () => {
  it('saves of a run all that is to come of it, and leaves the rest as it is', () => {
    school((runs) => {
      const sources = mapOf(runs);
      const now = toComeWithout(sources, withoutNothing);
      const each = runs.map(({ run }) =>
        toComeWithout(
          { ...sources, runs: sources.runs.filter(({ runId }) => runId === run.runId) },
          withoutNothing,
        ),
      );
      expect(now.pence).toBe(each.reduce((sum, one) => sum + one.pence, 0));
      const [first] = runs;
      const without = toComeWithout(sources, { runs: new Set([first?.run.runId ?? '']), staff: new Set() });
      expect(without.pence).toBe(now.pence - (each[0]?.pence ?? 0));
      expect(without.pupilMinutes).toBe(now.pupilMinutes - (each[0]?.pupilMinutes ?? 0));
      const lost = pupilsAffected(now, without).reduce((sum, { before, after }) => sum + before - after, 0);
      expect(lost).toBe(now.pupilMinutes - without.pupilMinutes);
    });
  });

  it('lets a session go on while another adult gives it, and ends it with the last', () => {
    school((runs) => {
      const sources = mapOf(runs);
      const [one, other] = sources.runs[0]?.staff.map(({ staffId }) => staffId) ?? [];
      if (one === undefined || other === undefined) throw new Error('two adults');
      const now = toComeWithout(sources, withoutNothing);
      const half = toComeWithout(sources, { runs: new Set(), staff: new Set([one]) });
      expect([half.pupilMinutes, half.adultMinutes * 2]).toEqual([now.pupilMinutes, now.adultMinutes]);
      const none = toComeWithout(sources, { runs: new Set(), staff: new Set([one, other]) });
      expect([none.pupilMinutes, none.pence, none.runs]).toEqual([0, 0, 0]);
    });
  });
});
