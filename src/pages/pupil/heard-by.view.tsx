import type { Actor } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { AudienceTag } from '#src/ui/audience-tag.tsx';
import { audienceAddress, type Heard } from './heard-words.ts';

/** Who may read a record, beside it, and for those who may change that the way to. */
export function HeardBy({ pupilId, of, actor }: { pupilId: PupilId; of: Heard; actor: Actor }) {
  return <AudienceTag audience={of.audience} href={audienceAddress(pupilId, of, actor)} />;
}
