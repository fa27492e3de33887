import { senProvision } from '../../../kernel/codes/sen-provision.codes.ts';
import { senType } from '../../../kernel/codes/sen-type.codes.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import { type CtfContext, codeIn, dateIn } from './ctf-values.ts';
import type { IncomingNeed, IncomingPupil, SenStatusInFile } from './incoming.ts';
import { byRank, doubtsOfNeeds, periodsOf, type SenChange } from './sen-history.ts';
import { readRank, readSenStatus } from './sen-values.ts';
import { told } from './told.ts';
import { findChild, listChildren, textOf, type XmlNode } from './xml-node.ts';

/** A code of the list only: what a file says in words of its own is not taken for one. */
function statusIn(node: XmlNode, { on }: CtfContext): SenStatusInFile | null {
  const coded = codeIn(node, 'SENprovision', { list: senProvision, on });
  if (coded == null) return null;
  return coded.text.length === 1 ? readSenStatus(coded.text) : { text: coded.text, code: null };
}

function changesIn(history: XmlNode, context: CtfContext): readonly SenChange[] {
  return listChildren(history, 'sen').flatMap((node) => {
    const status = statusIn(node, context);
    const from = dateIn(node, 'StartDate', context.on);
    if (status === null) return [];
    if (from != null) return [{ from, status }];
    context.on.warn({
      column: 'SENhistory',
      value: status.text,
      message: 'A SEN status has no start date; it was left out of the history.',
      todo: 'Ask the school that sent the file since when it held.',
    });
    return [];
  });
}

function needIn(node: XmlNode, { on }: CtfContext): IncomingNeed {
  const rankText = textOf(node, 'sentyperank');
  return {
    rank: rankText == null ? null : readRank(rankText),
    type: codeIn(node, 'SENtype', { list: senType, on }) ?? null,
    ...told('from', dateIn(node, 'NeedStartDate', on)),
    ...told('until', dateIn(node, 'NeedEndDate', on)),
  };
}

/** Needs are a flat list; some programs hang them under a provision, which is read as well. */
function needsIn(history: XmlNode, context: CtfContext): readonly IncomingNeed[] | undefined {
  const lists = [history, ...listChildren(history, 'sen')].flatMap((node) => listChildren(node, 'senneeds'));
  if (lists.length === 0) return undefined;
  return byRank(lists.flatMap((list) => listChildren(list, 'senneed').map((need) => needIn(need, context))));
}

/** Reads SENhistory: dated periods, the status now, the needs; what is odd is warned of and left as it is. */
export function senIn(
  pupil: XmlNode,
  context: CtfContext & { readonly bornOn: SchoolDate | null },
): Pick<IncomingPupil, 'senHistory' | 'senNow' | 'needs' | 'senNotes'> {
  const history = findChild(pupil, 'senhistory');
  if (history === null) return {};
  const { on, today, bornOn } = context;
  const hasChanges = findChild(history, 'sen') !== null;
  const { periods, doubts } = periodsOf(changesIn(history, context), { today, bornOn });
  const needs = needsIn(history, context);
  const last = periods.at(-1);
  on.doubts('SENhistory', doubts);
  on.doubts('SENneeds', doubtsOfNeeds(needs ?? [], { today, status: last?.status }));
  return {
    ...(hasChanges ? { senHistory: periods } : {}),
    ...(last === undefined ? {} : { senNow: { status: last.status, since: last.from } }),
    ...told('needs', needs),
    ...told('senNotes', textOf(history, 'suppinfo')),
  };
}
