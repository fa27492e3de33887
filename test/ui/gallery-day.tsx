import { ActionList } from '#src/ui/action-list.tsx';
import { LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';

export function TodayScreen() {
  return (
    <>
      <PageHead
        title="Tuesday 24 November"
        lead="Week 11 of the autumn term · 2 reviews and 1 legal date this week"
        actions={
          <LinkButton href="/contact" kind="second">
            Log a contact or worry <kbd>N</kbd>
          </LinkButton>
        }
      />
      <Columns
        side={
          <Card title="8.15: Mrs Doyle is absent" tone="late">
            <p class="small">
              Falls today: <b>1 EHC-named</b>, 2 interventions. Three moves keep all but one.
            </p>
            <LinkButton href="/moves">See the three moves</LinkButton>
          </Card>
        }
      >
        <Card title="Today">
          <ActionList
            items={[
              {
                when: '9.15',
                label: 'Annual review: Amara O.',
                href: '/a',
                why: 'Room 4 · 5 of 6 invited have answered · report due to the authority by Tue 8 Dec',
                end: <Tag kind="plan">EHC plan</Tag>,
              },
              {
                when: 'by 5 pm',
                label: 'Circulate papers for Leo T.',
                href: '/b',
                why: 'Meeting 8 December · two weeks before, SEND Regs 2014 reg 20(4)',
                end: <Tag kind="warn">Due today</Tag>,
              },
              {
                when: 'any time',
                label: 'Concern from Mr Adeyemi: Jonah P., Year 3',
                href: '/c',
                why: 'Reading has stalled since September · no action, monitor, assess or SEN support?',
                end: <Tag kind="watch">Decide</Tag>,
              },
            ]}
          />
        </Card>
      </Columns>
    </>
  );
}

export function SessionsScreen() {
  return (
    <>
      <PageHead title="Your sessions" lead="Tuesday · 4 today" />
      <Card title="10.45 Lego therapy" tone="next">
        <p class="small quiet">Blue room · 30 min · F.D. L.B. J.P.</p>
        <form method="post" action="/sessions/1">
          <SubmitButton>All here</SubmitButton>
        </form>
      </Card>
      <Card title="1.20 Speech programme">
        <p class="small quiet">
          Den · 20 min · A.O. · <Tag kind="plan">EHC-named</Tag>
        </p>
        <p class="small">Last time: asked for help 3 of 5. Next: try with a friend.</p>
      </Card>
    </>
  );
}
