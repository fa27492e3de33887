import { longDate } from '#src/kernel/dates.ts';
import { sessionsInWords } from '#src/modules/ehcp/index.ts';
import { minutesInWords } from '#src/modules/provision/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { OfPupil, ofPupil } from './ehc-of-pupil.ts';
import { LedgerSearch, loadLedgerPaper } from './ledger-subject.ts';

/** The ledger as a tagged PDF: for a review, for the authority, for the family. */
export default download({
  path: '/pupils/:pupilId/ehc-plan/ledger.pdf',
  params: OfPupil,
  search: LedgerSearch,
  may: 'ehcp.read',
  about: ofPupil,
  load: ({ tx, actor, params, search }) =>
    loadLedgerPaper(tx, actor, { pupilId: params.pupilId, period: search.period }),
  send: async ({ title, name, shows, footer, rows, whole, plan, ledger, pupil }) => {
    const time = (minutes: number) => minutesInWords(minutes);
    return {
      type: 'application/pdf',
      fileName: 'section-f-ledger.pdf',
      body: await makePdf({
        title: `${title}: ${name}`,
        footer,
        landscape: true,
        blocks: [
          { kind: 'heading', level: 1, words: `${title}: ${name}` },
          {
            kind: 'facts',
            rows: [
              ['Born', longDate(pupil.bornOn)],
              ['Authority', plan.authority],
              ['Counted', shows],
              ['Owed', whole.owed === null ? 'The plan gives no quantity' : time(whole.owed)],
              ['Given', time(whole.delivered)],
            ],
          },
          {
            kind: 'table',
            columns: [
              'What Section F says',
              'Promised',
              'Owed',
              'Given',
              'Pupil away',
              'Lost',
              'Not logged',
              'Why',
            ],
            widths: [4, 1.6, 1, 1, 1, 1, 1, 2.4],
            rows: rows.map(({ words, promised, account, reasons }) => {
              const { owed, delivered, away, lost, unexplained } = account.counted ?? account;
              const told = account.counted === null ? time : sessionsInWords;
              const parts = [delivered, away, lost, unexplained].map(told);
              return [words, promised, owed === null ? 'not said' : told(owed), ...parts, reasons];
            }),
          },
          ...(ledger.untied.sessions === 0
            ? []
            : [
                {
                  kind: 'note' as const,
                  words: `${time(ledger.untied.delivered)} more were given in provision that counts to no line of Section F.`,
                },
              ]),
          {
            kind: 'note',
            words:
              'What is owed is counted over the school days of each week, half-term, term or year. Each session counts to one line. Children and Families Act 2014, section 42: the authority must secure what Section F says.',
          },
        ],
      }),
    };
  },
});
