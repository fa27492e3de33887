import { type Plan, sectionKinds, sectionWords } from './plan.ts';

/**
 * What somebody had before their eyes: the version of the plan, of each part and of each target, in one short line such
 * as `3.1.0.0.2.0.0.5f3a1c9e-1`. Whoever issues a plan sends it along.
 */
export const planMark = ({ version, sections, targets }: Plan): string =>
  [
    version,
    ...sectionKinds.map((kind) => sections.find((one) => one.kind === kind)?.version ?? 0),
    ...targets.map(({ targetId, version: of }) => `${shortId(targetId)}-${of}`),
  ].join('.');

/** The last figures of an id: its first ones are its time, which is the same for targets that are set together. */
const shortId = (targetId: string): string => targetId.slice(-10).replaceAll('-', '');

/**
 * What changed in a plan since somebody saw it under that mark, in plain words; empty where nothing did. A mark that
 * nobody was given counts as another plan.
 */
export function changedSince(mark: string, plan: Plan): readonly string[] {
  const now = planMark(plan);
  if (mark === now) return [];
  const [seen, held] = [readMark(mark), readMark(now)];
  const parts = sectionKinds
    .filter((_, at) => seen.parts[at] !== held.parts[at])
    .map((kind) => sectionWords[kind].label);
  const targets = plan.targets.flatMap(({ targetId, words }) => {
    const before = seen.targets.get(shortId(targetId));
    if (before === held.targets.get(shortId(targetId))) return [];
    return [`${before === undefined ? 'New target' : 'Target'}: ${words}`];
  });
  const gone = [...seen.targets.keys()].filter((id) => !held.targets.has(id)).length;
  const found = [
    ...parts,
    ...targets,
    ...(gone === 0 ? [] : [gone === 1 ? 'One target was taken out' : `${gone} targets were taken out`]),
  ];
  return found.length > 0 ? found : ['When and with whom it was shared, or the day of the review'];
}

function readMark(mark: string) {
  const [version, ...rest] = mark.split('.');
  const parts = rest.slice(0, sectionKinds.length);
  const targets = rest.slice(sectionKinds.length).map((one) => one.split('-'));
  return { version, parts, targets: new Map(targets.map(([id = '', of = '']) => [id, of])) };
}
