import { parseArgs } from 'node:util';
import { SchoolDate } from '#src/kernel/dates.ts';
import {
  type Closure,
  disorder,
  type Given,
  isProcessName,
  type Process,
  type ProcessName,
  processes,
  processNames,
  runClocks,
  stateOf,
  toldCalendar,
  usualLocalRules,
} from '#src/modules/statutory/index.ts';
import { systemClock } from '#src/platform/clock/clock.ts';
import { type Command, doneWith, type Ended, refusedWith, usage } from './command.ts';

const typed =
  'clocks --process NAME --event name=YYYY-MM-DD … [--closure FROM..REOPENS …] [--inset DATE …] [--authority LA] [--json]';

type Bad = { readonly ok: false; readonly ended: Ended };
const bad = (ended: Ended): Bad => ({ ok: false, ended });
const notADate = (text: string) => bad(refusedWith(`${text} is not a date: write it as 2026-09-14.`));

/** `clocks …`: what the law makes of some dated events. Reads and writes nothing. */
export const clocksCommand: Command = {
  usage: typed,
  says: `the due dates that dated events start; processes: ${processNames.join(', ')}`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        process: { type: 'string' },
        event: { type: 'string', multiple: true },
        closure: { type: 'string', multiple: true },
        inset: { type: 'string', multiple: true },
        authority: { type: 'string' },
      },
    });
    const name = values.process ?? '';
    if (!isProcessName(name)) return usage(`${typed}\nThe processes are ${processNames.join(', ')}.`);
    const told = readEvents(name, values.event ?? []);
    if (!told.ok) return told.ended;
    const closures = readClosures(values.closure ?? []);
    if (!closures.ok) return closures.ended;
    const insetDays = readDates(values.inset ?? []);
    if (!insetDays.ok) return insetDays.ended;
    const calendar = toldCalendar({ closures: closures.value, insetDays: insetDays.value });
    const wrong = disorder(processes[name], told.value.events);
    if (wrong !== null) return refusedWith(wrong);
    return answer(name, { ...told.value, calendar, local: usualLocalRules }, values.authority);
  },
};

function answer(name: ProcessName, given: Given, authority: string | undefined): Ended {
  const { clocks, warnings } = runClocks(processes[name], given);
  if (clocks.length === 0 && warnings.length > 0) return refusedWith(warnings.join('\n'));
  const today = systemClock.today();
  const shown = clocks.map((clock) => ({ ...clock, state: stateOf(clock, { today }) }));
  const words = shown.map(
    (clock) =>
      `${clock.dueOn}  ${clock.id}  ${clock.name} (${clock.owedBy}, ${clock.force}: ${clock.source})`,
  );
  return doneWith(
    { process: name, ...(authority === undefined ? {} : { authority }), clocks: shown, warnings },
    [
      ...(words.length === 0 ? ['No clock runs: no event that starts one was told.'] : words),
      ...warnings,
    ].join('\n'),
  );
}

type Told = Pick<Given, 'events' | 'facts'>;
type Read<T> = { readonly ok: true; readonly value: T } | Bad;

function readEvents(name: ProcessName, words: readonly string[]): Read<Told> {
  const known: Process = processes[name];
  const events: Record<string, SchoolDate> = {};
  const facts: Record<string, string> = {};
  for (const word of words) {
    const [event = '', value = ''] = word.split(/=(.*)/s);
    const choices = known.facts[event];
    if (choices?.includes(value)) facts[event] = value;
    else if (choices !== undefined)
      return bad(usage(`${typed}\n${event} is one of ${choices.join(', ')}, not “${value}”.`));
    else {
      const date = readEvent({ name, known, event, value });
      if (!date.ok) return date;
      if (events[event] !== undefined) return bad(refusedWith(`${event} was told twice.`));
      events[event] = date.value;
    }
  }
  const untold = known.mustTell?.find((fact) => facts[fact] === undefined);
  return untold === undefined
    ? { ok: true, value: { events, facts } }
    : bad(usage(`${typed}\nSay --event ${untold}=… as one of ${known.facts[untold]?.join(', ')}.`));
}

function readEvent(told: { name: string; known: Process; event: string; value: string }): Read<SchoolDate> {
  const { name, known, event, value } = told;
  if (!known.events.includes(event)) {
    const names = [...known.events, ...Object.keys(known.facts)].join(', ');
    return bad(usage(`${typed}\n${name} knows no event “${event}”. It knows ${names}.`));
  }
  const date = SchoolDate.safeParse(value);
  return date.success ? { ok: true, value: date.data } : notADate(`${event}: “${value}”`);
}

function readDates(words: readonly string[]): Read<readonly SchoolDate[]> {
  const dates: SchoolDate[] = [];
  for (const word of words) {
    const date = SchoolDate.safeParse(word);
    if (!date.success) return notADate(`“${word}”`);
    dates.push(date.data);
  }
  return { ok: true, value: dates };
}

function readClosures(words: readonly string[]): Read<readonly Closure[]> {
  const closures: Closure[] = [];
  for (const word of words) {
    const ends = readDates(word.split('..'));
    if (!ends.ok) return ends;
    const [from, reopens, more] = ends.value;
    if (from === undefined || reopens === undefined || more !== undefined)
      return bad(usage(`${typed}\nA closure is FROM..REOPENS, as 2026-07-22..2026-09-02.`));
    if (reopens <= from) return bad(refusedWith(`A closure must reopen after it begins: ${word}.`));
    closures.push({ from, reopens });
  }
  return { ok: true, value: closures };
}
