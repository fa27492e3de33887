import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { processes } from '#src/modules/statutory/index.ts';
import { type CaseEvent, type CaseKind, caseKinds, isOutcome } from './case.ts';
import { machineOf, stepOf, stepsOf } from './case-machine.ts';
import {
  type CaseFault,
  faultOfEvents,
  nextReviewStart,
  nextSteps,
  opensCase,
  stoppedClocks,
  type ToldEvent,
  toldDates,
} from './case-rules.ts';
import type { Step } from './step.ts';

const today = schoolDate('2026-11-24');
const told = (words: string): ToldEvent[] =>
  words.split(' ').map((word) => {
    const [name = '', day = ''] = word.split('=');
    return { name, happenedOn: schoolDate(day) };
  });
const kept = (words: string): CaseEvent[] =>
  told(words).map((event, at) => ({
    ...event,
    caseEventId: String(at),
    note: null,
    documentId: null,
    withdrawnWhy: null,
    version: 1,
  }));
const names = (kind: CaseKind, words: string) =>
  nextSteps({ kind, events: kept(words), endedOn: null }).flatMap(({ name, rare }) => (rare ? [] : [name]));

/** Records what is offered, as chance has it, until the case ends; the first fault on the way. */
function walk(kind: CaseKind, length: number, pick: () => number): CaseFault | null {
  const one = (steps: readonly Step[]) => steps[pick() % steps.length];
  const events: CaseEvent[] = [];
  let next = one(stepsOf(kind).filter(({ opens }) => opens));
  for (let at = 0; at <= length && next !== undefined; at += 1) {
    events.push(...kept(`${next.name}=${addDays(today, at - 20)}`));
    const fault = faultOfEvents(kind, events, today);
    if (fault !== null || next.ends !== undefined) return fault;
    next = one(nextSteps({ kind, events, endedOn: null }));
  }
  return null;
}

describe('the machines', () => {
  it.each(caseKinds)('%s names only its own steps, and each event of its process of law', (kind) => {
    const known = stepsOf(kind).map(({ name }) => name);
    expect(new Set(known).size).toBe(known.length);
    for (const { after, notAfter = [] } of stepsOf(kind))
      expect([...after, ...notAfter].filter((name) => !known.includes(name))).toEqual([]);
    const { events, clocks } = processes[kind];
    const told = stepsOf(kind).flatMap(({ name, counts = [] }) => [name, ...counts]);
    expect(events.filter((name) => !told.includes(name))).toEqual([]);
    const ids = clocks.map(({ id }) => id);
    expect(stepsOf(kind).flatMap(({ stops = [] }) => stops.filter((id) => !ids.includes(id)))).toEqual([]);
    expect(Object.keys(machineOf(kind).alsoMet ?? {}).filter((id) => !ids.includes(id))).toEqual([]);
    for (const { ends } of stepsOf(kind)) if (ends !== undefined) expect(isOutcome(ends)).toBe(true);
  });

  it.each(caseKinds)('%s tells the facts that its process must be told', (kind) => {
    const { facts, mustTell = [] } = { mustTell: [], ...processes[kind] };
    const own = machineOf(kind).facts ?? {};
    for (const [name, choices] of Object.entries(facts))
      expect(Object.keys(own[name]?.choices ?? {}).toSorted()).toEqual([...choices].toSorted());
    for (const name of mustTell) expect(own[name]?.must).toBe(true);
  });

  it.each(caseKinds)('%s: whatever is offered next can be recorded today', (kind) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.nat({ max: 12 }), (picks, length) => {
        expect(walk(kind, length, () => picks.next().value ?? 0)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a case does not take (rule case-1)', () => {
  it.each<[string, CaseKind, string, string, string]>([
    [
      'a decision before a request',
      'needs-assessment',
      'requested=2026-09-14 assessmentAgreed=2026-09-10',
      'out_of_order',
      'cannot be before “The authority received the request” (14 September 2026)',
    ],
    [
      'a decision without a request',
      'needs-assessment',
      'assessmentAgreed=2026-09-10',
      'not_yet',
      'needs “The authority received the request”',
    ],
    [
      'a final plan before its draft',
      'needs-assessment',
      'requested=2026-01-05 assessmentAgreed=2026-02-02 draftServed=2026-04-20 finalSent=2026-04-13',
      'out_of_order',
      '13 April 2026',
    ],
    [
      'a date in 2062',
      'needs-assessment',
      'requested=2062-09-14',
      'in_future',
      '14 September 2062 has not come yet',
    ],
    ['a meeting in 2062', 'annual-review', 'meeting=2062-09-14', 'too_far', 'more than two years ahead'],
    ['a date in 1926', 'needs-assessment', 'requested=1926-09-14', 'too_far', 'too long ago'],
    [
      'the same twice',
      'needs-assessment',
      'requested=2026-09-14 requested=2026-09-15',
      'twice',
      'recorded already',
    ],
    [
      'both a yes and a no',
      'needs-assessment',
      'requested=2026-09-14 assessmentAgreed=2026-10-01 assessmentRefused=2026-10-02',
      'no_longer',
      'cannot follow',
    ],
    ['an event of another kind', 'appeal', 'requested=2026-09-14', 'unknown_event', 'knows no “requested”'],
  ])('%s', (_, kind, words, code, sentence) => {
    const fault = faultOfEvents(kind, told(words), today);
    expect(fault?.code).toBe(code);
    expect(fault?.words).toContain(sentence);
  });

  it('an opening that opens nothing', () => {
    expect(opensCase('needs-assessment', told('assessmentAgreed=2026-09-10'))).toBe(false);
    expect(opensCase('needs-assessment', told('becameResponsible=2026-09-10'))).toBe(true);
  });

  it('but takes a meeting for a move that lies ahead, and drafts that were sent again', () => {
    expect(faultOfEvents('phase-transfer', told('transfer=2027-09-01 meeting=2026-11-20'), today)).toBeNull();
    const twice =
      'requested=2026-01-05 assessmentAgreed=2026-02-02 draftServed=2026-04-20 draftServed=2026-05-04';
    expect(faultOfEvents('needs-assessment', told(twice), today)).toBeNull();
  });
});

describe('what is offered next', () => {
  it('follows the process, and nothing that can no longer be', () => {
    expect(names('needs-assessment', 'requested=2026-09-14')).toEqual([
      'adviceAskedOfHead',
      'adviceRequestReceived',
      'assessmentAgreed',
      'assessmentRefused',
    ]);
    expect(names('needs-assessment', 'requested=2026-09-14 assessmentRefused=2026-10-20')).not.toContain(
      'assessmentAgreed',
    );
    expect(names('consultation', 'schoolConsulted=2026-11-10')).toEqual(['schoolReplied']);
  });

  it('is only letters and the like once the case has ended', () => {
    const events = kept('schoolConsulted=2026-11-10 schoolReplied=2026-11-12');
    expect(nextSteps({ kind: 'consultation', events, endedOn: today }).map(({ name }) => name)).toEqual([
      'letterSent',
      'informationSent',
      'answerReceived',
    ]);
  });
});

describe('what the clocks are told', () => {
  it('is the last of what repeats, and what an event counts as where that is not told', () => {
    const events = kept(
      'requested=2026-01-05 assessmentAgreed=2026-02-02 draftServed=2026-05-04 draftServed=2026-04-20',
    );
    expect(toldDates('needs-assessment', events)).toMatchObject({
      assessmentDecided: '2026-02-02',
      draftServed: '2026-05-04',
    });
  });

  it('leaves out what was withdrawn', () => {
    const events = kept('requested=2026-01-05').map((event) => ({ ...event, withdrawnWhy: 'Another pupil' }));
    expect(toldDates('needs-assessment', events)).toEqual({});
  });

  it('asks for no decision against a plan once a draft was served', () => {
    const drafted = 'requested=2026-01-05 assessmentAgreed=2026-02-16 draftServed=2026-05-04';
    expect([...stoppedClocks('needs-assessment', kept(drafted))]).toContain('A6');
  });

  it('stops what a refusal ends, until the refusal is given up', () => {
    const refused = 'requested=2026-01-05 assessmentRefused=2026-02-16';
    expect([...stoppedClocks('needs-assessment', kept(refused))]).toContain('A11');
    const again = `${refused} agreedAfterRefusal=2026-03-16`;
    expect([...stoppedClocks('needs-assessment', kept(again))]).toEqual([]);
  });
});

describe('the review that comes next (rule case-2)', () => {
  it.each<[CaseKind, string, string, ToldEvent | null]>([
    [
      'needs-assessment',
      'requested=2026-01-05 finalSent=2026-05-25',
      'plan-made',
      { name: 'planMade', happenedOn: schoolDate('2026-05-25') },
    ],
    [
      'annual-review',
      'meeting=2026-10-01 noticeSent=2026-10-20 amendedPlanSent=2026-11-20',
      'amended',
      { name: 'lastDecisionSent', happenedOn: schoolDate('2026-10-20') },
    ],
    [
      'annual-review',
      'meeting=2026-10-01 decidedToKeep=2026-10-21',
      'maintained',
      { name: 'lastDecisionSent', happenedOn: schoolDate('2026-10-21') },
    ],
    ['annual-review', 'meeting=2026-10-01 decidedToCease=2026-10-21', 'ceased', null],
    ['needs-assessment', 'requested=2026-01-05', 'withdrawn', null],
  ])('of %s after %s', (kind, words, outcome, start) => {
    expect(nextReviewStart(kind, kept(words), outcome)).toEqual(start);
  });

  it('knows each of its own starts', () => {
    for (const name of ['planMade', 'lastDecisionSent'])
      expect(stepOf('annual-review', name)?.opens).toBe(true);
  });
});
