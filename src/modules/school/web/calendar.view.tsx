import { addDays, dayWords, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { addMonths, closureException, isWorkingDay, workingDayWhy } from '#src/modules/statutory/index.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { DateField } from '#src/ui/date-field.tsx';
import { Details } from '#src/ui/details.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { type Counted, countedWords, countings } from '../domain/counted-date.ts';
import { isSchoolDay, mondayOf, type SchoolCalendar, schoolDayWhy } from '../domain/school-calendar.ts';

type Asked = {
  readonly by: string | null;
  readonly count: number | null;
  readonly from: SchoolDate | undefined;
  readonly wasAsked: boolean;
};

/** A date worked out: the question as a form, the answer in sentences. */
export function CountCard(props: { search: Asked; counted: Counted | null; today: SchoolDate }) {
  const { search, counted } = props;
  const [year = '', month = '', day = ''] = (search.from ?? props.today).split('-');
  const whole = (part: string) => String(Number(part));
  return (
    <Card title="Work out a date">
      {counted !== null && (
        <Inset>
          {countedWords(counted).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Inset>
      )}
      {counted === null && search.wasAsked && (
        <Inset>
          <p>Give a wording, a number from 0 to 400 and a real day.</p>
        </Inset>
      )}
      <form method="get" action="/school/calendar">
        <SelectField name="by" label="The law says" options={countings} value={search.by ?? 'weeks'} />
        <TextField
          name="count"
          label="How many"
          hint="“Before a day” needs none: leave 0"
          inputMode="numeric"
          width={4}
          value={String(search.count ?? (search.by === 'before' ? 0 : 6))}
        />
        <DateField name="from" label="The day" value={{ day: whole(day), month: whole(month), year }} />
        <div class="buttons">
          <SubmitButton>Work it out</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

/** The weeks that touch a month, each from Monday. */
function weeksOf(first: SchoolDate): readonly (readonly SchoolDate[])[] {
  const next = addMonths(first, 1);
  const weeks: SchoolDate[][] = [];
  for (let monday = mondayOf(first); monday < next; monday = addDays(monday, 7)) {
    const from = monday;
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((day) => addDays(from, day)).filter((day) => isIn(first, day)));
  }
  return weeks;
}

const isIn = (first: SchoolDate, day: SchoolDate) => day.slice(0, 7) === first.slice(0, 7);
const yesOrNo = (is: boolean) => <Tag kind={is ? 'good' : 'watch'}>{is ? 'Yes' : 'No'}</Tag>;

const monthWords = (first: SchoolDate) =>
  `${plain(first).toLocaleString('en-GB', { month: 'long' })} ${first.slice(0, 4)}`;

/** Every day of a month: a school day or not, a working day or not, and why. */
export function MonthCard(props: { calendar: SchoolCalendar; first: SchoolDate; today: SchoolDate }) {
  const { calendar, first, today } = props;
  return (
    <>
      <h2>{monthWords(first)}</h2>
      <Sheet label={monthWords(first)}>
        <DataTable
          caption={`Which days count as what in ${monthWords(first)}`}
          columns={[
            { key: 'day', label: 'Day', isRowHead: true },
            { key: 'school', label: 'School day' },
            { key: 'schoolWhy', label: 'Because', isQuiet: true },
            { key: 'working', label: 'Working day' },
            { key: 'workingWhy', label: 'Because', isQuiet: true },
          ]}
          groups={weeksOf(first).map((week) => ({
            label: `Week of ${dayWords(mondayOf(week[0] ?? first))}`,
            rows: week.map((day) => ({
              day: day === today ? <strong>{dayWords(day)}, today</strong> : dayWords(day),
              school: yesOrNo(isSchoolDay(calendar, day)),
              schoolWhy: schoolDayWhy(calendar, day),
              working: yesOrNo(isWorkingDay(day)),
              workingWhy: workingDayWhy(day),
            })),
          }))}
        />
      </Sheet>
    </>
  );
}

const summer = closureException({ from: schoolDate('2026-07-22'), reopensOn: schoolDate('2026-09-02') });

/** What the words of the law mean, and where people read them differently. */
export function WordsCard() {
  return (
    <Details summary="What the words mean">
      <p>
        A <strong>working day</strong> is Monday to Friday and not a bank holiday in England. School holidays
        do not matter. A <strong>school day</strong> is a day on which this school opens to pupils.
      </p>
      <p>
        The SEND Regulations count in calendar days and weeks unless they say “working days”. Weekends, bank
        holidays and school holidays move none of those dates and stop no clock. The one exception is a
        closure of four weeks or more: then the authority’s limit may fall away, if it asked the head for
        advice from a week before the closure to a week before its end
        {summer !== null &&
          ` (closed 22 July to 1 September 2026: asked from ${dayWords(summer.from)} to ${dayWords(summer.until)})`}
        .
      </p>
      <p>
        Only the last day of an appeal to the Tribunal moves on: out of 25 December to 1 January and out of
        August, and from a day not worked to the next working day.
      </p>
    </Details>
  );
}
