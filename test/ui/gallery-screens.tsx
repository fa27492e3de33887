import { ActionList } from '#src/ui/action-list.tsx';
import { Bar } from '#src/ui/bar.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { IdentityBand } from '#src/ui/identity-band.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';

type Line = readonly [
  string,
  string,
  string,
  TagKind,
  string,
  string,
  string | [TagKind, string],
  number,
  number,
];

const lines: readonly Line[] = [
  ['Abara, Chidi', '4', 'Oak', 'support', 'SLCN, MLD', 'Sep 2024', '12 Dec', 95, 78],
  ['Bennett, Leo T.', '6', 'Elm', 'plan', 'ASD, SEMH', 'Mar 2022', '8 Dec', 610, 64],
  ['Castellano, Mia', '2', 'Ash', 'support', 'SPLD', 'Jan 2026', ['late', '9 days late'], 60, 91],
  ['Doherty, Finn', '5', 'Elm', 'support', 'SEMH', 'Nov 2023', '30 Nov', 120, 88],
  ['Hussain, Zara', '3', 'Oak', 'support', 'HI, SLCN', 'Sep 2025', '14 Jan', 150, 93],
  ['Ivanova, Daria', 'R', 'Ash', 'watch', '–', 'Oct 2026', '–', 0, 0],
  ['Mensah, Kofi B.', '5', 'Elm', 'plan', 'PD', 'Feb 2021', '2 Dec', 540, 97],
  ['Okafor, Amara', '4', 'Oak', 'plan', 'SLD, SLCN', 'May 2020', ['warn', 'today'], 900, 86],
  ['Sharma, Riya', '1', 'Ash', 'support', 'SLCN', 'Feb 2026', '9 Dec', 75, 82],
];
const statuses = { support: 'SEN support', plan: 'EHC plan', watch: 'Monitoring' } as const;
const statusOf = (kind: TagKind) =>
  kind === 'support' || kind === 'plan' || kind === 'watch' ? statuses[kind] : '';

const row = ([name, year, group, kind, needs, since, review, minutes, percent]: Line) => ({
  name: <a href="/pupils/1">{name}</a>,
  year,
  group,
  status: <Tag kind={kind}>{statusOf(kind)}</Tag>,
  needs,
  since,
  review: typeof review === 'string' ? review : <Tag kind={review[0]}>{review[1]}</Tag>,
  minutes: String(minutes),
  delivered: (
    <Bar
      delivered={percent}
      label={minutes === 0 ? 'Nothing owed' : `${percent} % delivered`}
      figure={minutes === 0 ? '–' : `${percent} %`}
    />
  ),
});

const registerColumns = [
  { key: 'name', label: 'Pupil', isRowHead: true, sort: { href: '?sort=name', direction: 'ascending' } },
  { key: 'year', label: 'Year', sort: { href: '?sort=year' } },
  { key: 'group', label: 'Class' },
  { key: 'status', label: 'Status' },
  { key: 'needs', label: 'Needs' },
  { key: 'since', label: 'Since', isQuiet: true },
  { key: 'review', label: 'Plan review' },
  { key: 'minutes', label: 'Min a week', isNumber: true },
  { key: 'delivered', label: 'Delivered this half-term' },
] as const;

const filters = ['Need', 'Year and class', 'Key worker', 'FSM · EAL · in care', 'Review due'];

export function RegisterScreen() {
  return (
    <>
      <PageHead
        title="SEND register"
        actions={
          <>
            <LinkButton href="/print" kind="second">
              Print or export
            </LinkButton>
            <LinkButton href="/concern">Raise a concern</LinkButton>
          </>
        }
      />
      <Strip
        figures={[
          { figure: 74, label: 'SEN support · 17.6 % (primaries 14.8 %)' },
          { figure: 19, label: 'EHC plan · 4.5 % (primaries 3.5 %)' },
          { figure: 11, label: 'monitoring' },
          { figure: 6, label: 'plans past review' },
          { figure: 3, label: 'census mistakes to mend', href: '/register/census' },
        ]}
      />
      <FilterBar
        label="Filters"
        note={
          <>
            104 pupils, 11 of them monitored · saved view: <a href="/governors">Governors' count</a>
          </>
        }
      >
        <FilterChip
          label="Status"
          name="status"
          options={[
            { value: 'plan', label: 'EHC plan' },
            { value: 'support', label: 'SEN support' },
            { value: 'monitored', label: 'Monitored' },
          ]}
          chosen={['plan', 'support']}
          keep={[['sort', 'name']]}
          action="/register"
        />
        {filters.map((label, index) => (
          <FilterChip
            key={label}
            label={label}
            name={`f${index}`}
            options={[
              { value: 'a', label: 'First' },
              { value: 'b', label: 'Second' },
            ]}
            chosen={[]}
            keep={[]}
            action="/register"
          />
        ))}
      </FilterBar>
      <Sheet label="SEND register">
        <DataTable
          caption="Pupils on the register or monitored"
          columns={registerColumns}
          rows={lines.map(row)}
        />
      </Sheet>
    </>
  );
}

function LessonCard() {
  return (
    <Card title="What Amara needs in a lesson">
      <p>
        <b>Must know.</b> One instruction at a time, with a picture. Ten seconds to answer. Seizure plan in
        the red wallet.
      </p>
      <p class="quiet">
        Works well: singing, sorting, helping younger children. <a href="/card">Whole card</a> · seen by 9 of
        11 staff
      </p>
    </Card>
  );
}

function PlanCard() {
  const good = <Tag kind="good">On the way</Tag>;
  return (
    <Card title="Plan, cycle 3 · version 2, issued 14 September">
      <DataTable
        caption="Targets"
        isStacked
        columns={[
          { key: 'target', label: 'Target', isRowHead: true },
          { key: 'by', label: 'By' },
          { key: 'last', label: 'Last evidence' },
          { key: 'state', label: 'State' },
        ]}
        rows={[
          {
            target: 'Asks for help with a symbol or word, 4 times of 5',
            by: '18 Dec',
            last: '3 of 5, Thursday, Mrs Doyle',
            state: good,
          },
          {
            target: 'Reads 25 of the first 50 words on sight',
            by: '18 Dec',
            last: '19, 12 November',
            state: good,
          },
          {
            target: 'Joins a turn-taking game for 5 minutes',
            by: '18 Dec',
            last: '2 min, 6 November',
            state: <Tag kind="warn">Behind</Tag>,
          },
        ]}
      />
    </Card>
  );
}

function LedgerCard() {
  return (
    <Card title="Section F: owed and delivered since 3 September">
      <DataTable
        caption="Section F"
        isStacked
        columns={[
          { key: 'commitment', label: 'Commitment', isRowHead: true },
          { key: 'owed', label: 'Owed', isNumber: true },
          { key: 'delivered', label: 'Delivered', isNumber: true },
          { key: 'bar', label: 'Delivered and lost', isWide: true },
        ]}
        rows={[
          {
            commitment: 'Speech programme, 3 × 20 min a week, trained TA',
            owed: '11 h',
            delivered: '9 h 20',
            bar: <Bar delivered={85} lost={9} label="85 % delivered, 9 % lost" />,
          },
          {
            commitment: 'One-to-one in core lessons, 12.5 h a week',
            owed: '138 h',
            delivered: '121 h',
            bar: <Bar delivered={88} lost={5} label="88 % delivered, 5 % lost" />,
          },
          {
            commitment: "Therapist's visit, once a half-term",
            owed: '1',
            delivered: '0',
            bar: <Bar delivered={0} lost={100} label="None delivered, all lost" />,
          },
        ]}
      />
      <p class="small quiet">
        Lost: adult absent 62 %, trip 20 %, pupil absent 18 %. <a href="/sessions">Every session</a>
      </p>
    </Card>
  );
}

function PupilSide() {
  return (
    <>
      <Card title="Next">
        <ActionList
          items={[
            {
              label: 'Hold annual review',
              href: '/review',
              why: '9.15 today, room 4',
              end: <Tag kind="warn">today</Tag>,
            },
            {
              label: 'Send the report',
              href: '/report',
              why: '2 weeks from the meeting, reg 20(7)',
              end: '8 Dec',
            },
            { label: 'Northshire decides', why: '4 weeks from the meeting, reg 20(10)', end: '22 Dec' },
          ]}
        />
      </Card>
      <Card title="Two clocks">
        <dl class="clocks">
          <dt>School</dt>
          <dd>
            <Bar delivered={55} label="School: 55 % of the time is gone" />
          </dd>
          <dt>Northshire</dt>
          <dd>
            <Bar delivered={20} label="Northshire: 20 % of the time is gone" />
          </dd>
        </dl>
        <p class="small quiet">
          Review must be complete by 12 January 2027: 12 months from the letter of 13 January.{' '}
          <a href="/why">Why this date?</a>
        </p>
      </Card>
      <Card title="Family">
        <p class="small">Ngozi Okafor, mother · prefers text, Igbo interpreter at meetings</p>
        <p class="small quiet">
          Last spoke Friday: sleep is better. <a href="/call">Log a call</a>
        </p>
      </Card>
    </>
  );
}

export function PupilScreen() {
  const tabs = ['Summary', 'Plan', 'Provision', 'EHC plan', 'Assessments', 'People', 'Documents', 'Timeline'];
  return (
    <>
      <IdentityBand
        name="Amara Okafor"
        facts="Year 4, Oak class · born 3 May 2018 · key worker Mrs Doyle · speaks Igbo at home"
        kind="plan"
        tags={
          <>
            <Tag kind="plan">EHC plan · Northshire</Tag>
            <Tag kind="watch">SLD · SLCN</Tag>
            <Tag kind="warn">Epilepsy plan</Tag>
          </>
        }
      />
      <ChipNav
        label="About Amara"
        links={tabs.map((label, index) => ({ label, href: `/pupils/1/${label}`, isCurrent: index === 0 }))}
      />
      <Columns side={<PupilSide />}>
        <LessonCard />
        <PlanCard />
        <LedgerCard />
      </Columns>
    </>
  );
}
