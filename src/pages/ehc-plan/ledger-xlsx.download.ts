import writeWorkbook from 'write-excel-file/node';
import { download } from '#src/platform/http/download.ts';
import { OfPupil, ofPupil } from './ehc-of-pupil.ts';
import { LedgerSearch, loadLedgerPaper } from './ledger-subject.ts';

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
/** As text whatever it holds: `=1+1` is a line like any other. */
const text = (value: string) => (value === '' ? null : { value, type: String });
const number = (value: number | null) => (value === null ? null : { value, type: Number });

const heads = [
  'What Section F says',
  'Promised',
  'Counted in',
  'Owed',
  'Given',
  'Pupil away',
  'Lost',
  'Not logged',
  'Why',
];

/** The ledger as a workbook: minutes or sessions as numbers, and no formula. */
export default download({
  path: '/pupils/:pupilId/ehc-plan/ledger.xlsx',
  params: OfPupil,
  search: LedgerSearch,
  may: 'ehcp.read',
  about: ofPupil,
  load: ({ tx, actor, params, search }) =>
    loadLedgerPaper(tx, actor, { pupilId: params.pupilId, period: search.period }),
  send: async ({ title, name, shows, footer, rows }) => {
    const workbook = writeWorkbook(
      [
        heads.map(bold),
        ...rows.map(({ words, promised, account, reasons }) => {
          const { owed, delivered, away, lost, unexplained } = account.counted ?? account;
          return [
            text(words),
            text(promised),
            text(account.counted === null ? 'minutes' : 'sessions'),
            ...[owed, delivered, away, lost, unexplained].map(number),
            text(reasons),
          ];
        }),
        [],
        [text(`${title}: ${name}. ${shows}`)],
        [text(`${footer}. Confidential`)],
      ],
      {
        sheet: 'Section F',
        columns: [70, 22, 12, 10, 10, 12, 10, 12, 50].map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    );
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: new Uint8Array(await workbook.toBuffer()),
      fileName: 'section-f-ledger.xlsx',
    };
  },
});
