import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { type KnownPupil, know, matchPupil } from './match.ts';

const id = (digit: number) => PupilId.parse(`00000000-0000-7000-8000-00000000000${digit}`);
const amara: KnownPupil = {
  pupilId: id(1),
  upns: ['B801200005001'],
  formerUpns: ['P82310012400A'],
  misIds: ['001234'],
  surnames: ['Okafor'],
  forenames: ['Amara', 'Mara'],
  bornOn: schoolDate('2018-11-04'),
};
const known = know([amara]);
const born = schoolDate('2018-11-04');
const other = schoolDate('2017-01-01');

describe('finding who is meant (rule file-1)', () => {
  it.each([
    ['the UPN', { upn: 'B801200005001' }, 'same'],
    ['a UPN that was theirs before', { upn: 'P82310012400A' }, 'same'],
    [
      'a former UPN in the file that is theirs now',
      { upn: 'H801200005006', formerUpns: ['B801200005001'] },
      'same',
    ],
    ['the MIS number with the date of birth', { misId: '001234', bornOn: born }, 'same'],
    ['the MIS number with another date of birth', { misId: '001234', bornOn: other }, 'ask'],
    ['the MIS number with another surname', { misId: '001234', surname: 'Doherty', bornOn: born }, 'ask'],
    ['the name and the date of birth', { surname: 'OKAFOR', forename: 'Amara', bornOn: born }, 'ask'],
    ['the name they use and the date of birth', { surname: 'Okafor', forename: 'Mara', bornOn: born }, 'ask'],
    ['the name with another date of birth', { surname: 'Okafor', forename: 'Amara', bornOn: other }, 'ask'],
    ['another name', { surname: 'Bennett', forename: 'Leo', bornOn: born }, 'new'],
    ['nothing but an unknown UPN', { upn: 'H801200005006' }, 'new'],
  ])('by %s', (_, incoming, kind) => {
    expect(matchPupil(incoming, known).kind).toBe(kind);
  });

  it('lets the UPN decide over a name that is alike', () => {
    const twin = { ...amara, pupilId: id(2), upns: ['H801200005006'], formerUpns: [], misIds: [] };
    const match = matchPupil(
      { upn: 'H801200005006', surname: 'Okafor', forename: 'Amara' },
      know([amara, twin]),
    );
    expect(match).toMatchObject({ kind: 'same', pupilId: twin.pupilId });
  });
});
