import { Banner } from '#src/ui/banner.tsx';
import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Details } from '#src/ui/details.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { Warning } from '#src/ui/warning.tsx';

const kinds = ['support', 'plan', 'watch', 'good', 'warn', 'late'] as const;

function Side() {
  return (
    <>
      <Card title="Tags">
        <div class="tags">
          {kinds.map((kind) => (
            <Tag key={kind} kind={kind}>
              {kind}
            </Tag>
          ))}
        </div>
      </Card>
      <Card title="Buttons">
        <form method="post">
          <ButtonRow>
            <SubmitButton>Save</SubmitButton>
            <SubmitButton kind="second">Save draft</SubmitButton>
            <SubmitButton kind="warning">Withdraw</SubmitButton>
            <LinkButton href="/next">Go on</LinkButton>
            <a href="/back">Cancel</a>
          </ButtonRow>
        </form>
      </Card>
      <Details summary="Why this date?">12 months from the letter of 13 January.</Details>
      <Details summary="Opened" isOpen>
        <p>Two weeks before the meeting: SEND Regs 2014 reg 20(4).</p>
      </Details>
    </>
  );
}

export function PartsScreen() {
  return (
    <>
      <PageHead title="Every other part" lead="Messages, lists, progress" />
      <Columns side={<Side />}>
        <Banner>The census is on Thursday 21 January.</Banner>
        <ProgressBar done={1240} total={3000} label="Pupils read" />
        <Warning>Undoing this import takes back 12 pupils.</Warning>
        <Inset>“He reads to his sister every evening.” Mother, 12 November</Inset>
        <EmptyState title="No plan yet">
          <p>A plan begins with what is known: strengths, needs and what works.</p>
          <LinkButton href="/plan">Start the plan</LinkButton>
        </EmptyState>
        <Card title="The school">
          <SummaryList
            rows={[
              {
                key: 'Name',
                value: 'Larkfield Primary',
                actions: [{ label: 'Change', href: '/name', about: 'name' }],
              },
              { key: 'URN', value: '100000' },
              {
                key: 'Phase',
                value: 'Primary',
                actions: [
                  { label: 'Change', href: '/phase', about: 'phase' },
                  { label: 'History', href: '/phase/history', about: 'of phase' },
                ],
              },
            ]}
          />
        </Card>
        <Sheet label="By class">
          <DataTable
            caption="Pupils by class"
            columns={[
              { key: 'pupil', label: 'Pupil', isRowHead: true },
              { key: 'hours', label: 'Hours', isNumber: true },
            ]}
            groups={[
              {
                label: 'Oak, 2 pupils',
                rows: [
                  { pupil: 'Abara, Chidi', hours: '1.6' },
                  { pupil: 'Hussain, Zara', hours: '2.5' },
                ],
              },
              { label: 'Elm, 1 pupil', rows: [{ pupil: 'Doherty, Finn', hours: '2' }] },
            ]}
          />
        </Sheet>
        <Pagination
          previous="/p/1"
          next="/p/3"
          current={2}
          pages={[
            { number: 1, href: '/p/1' },
            { number: 2, href: '/p/2' },
            'gap',
            { number: 9, href: '/p/9' },
          ]}
        />
      </Columns>
    </>
  );
}
