import {
  type PartState,
  partStateWords,
  requestPartKeys,
  requestParts,
  stateOfPart,
} from '#src/modules/ehcp/index.ts';
import type { TagKind } from '#src/ui/tag.tsx';
import { PartList } from '#src/ui/workbench.tsx';
import { type RequestSubject, requestHref } from './request-of.ts';

const kinds: Readonly<Record<PartState, TagKind>> = {
  not_started: 'watch',
  in_progress: 'warn',
  complete: 'good',
  not_needed: 'watch',
};

export type RequestStep = (typeof requestPartKeys)[number] | 'whole' | 'appendices' | 'send';

export const partHref = (pupilId: string, key: string): string => `${requestHref(pupilId)}/parts/${key}`;

/** The parts of a request with how far each is, then what goes with it, then sending. */
export function RequestList({ subject, current }: { subject: RequestSubject; current: RequestStep }) {
  const { request, pupil, appendices } = subject;
  const href = requestHref(pupil.pupilId);
  const chosen =
    request?.appendixIds == null
      ? ({ words: `${appendices.length} proposed`, kind: 'watch' } as const)
      : ({ words: `${appendices.length} chosen`, kind: 'good' } as const);
  return (
    <PartList
      label="Parts of the request"
      parts={[
        { label: 'The whole request', href, isCurrent: current === 'whole' },
        ...requestPartKeys.map((key) => {
          const state = stateOfPart(request ?? { parts: [] }, key);
          return {
            label: requestParts[key],
            href: partHref(pupil.pupilId, key),
            state: { words: partStateWords[state], kind: kinds[state] },
            isCurrent: current === key,
          };
        }),
        {
          label: 'Appendices',
          href: `${href}/appendices`,
          state: chosen,
          isCurrent: current === 'appendices',
        },
        { label: 'Send it', href: `${href}/send`, isCurrent: current === 'send' },
      ]}
    />
  );
}
