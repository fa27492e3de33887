import { form } from '#src/kernel/form.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';

const columns = [
  { key: 'keys', label: 'Key', isRowHead: true },
  { key: 'does', label: 'What it does' },
] as const;

const rows = [
  { keys: <kbd>/</kbd>, does: 'Finds a pupil, from any page' },
  { keys: <kbd>N</kbd>, does: 'Logs a contact, worry or decision' },
  {
    keys: (
      <span class="keys">
        <kbd>Esc</kbd> <kbd>Esc</kbd>
      </span>
    ),
    does: 'Hides the screen at once, when somebody comes to your desk. Any key brings it back',
  },
  {
    keys: (
      <span class="keys">
        <kbd>1</kbd> … <kbd>5</kbd> <kbd>C</kbd> <kbd>H</kbd> <kbd>X</kbd> <kbd>Enter</kbd>
      </span>
    ),
    does: 'In a table of targets to review: progress; carry on, change or close; the next row',
  },
  { keys: <kbd>Esc</kbd>, does: 'Closes what is open: a list of names, a filter' },
];

/** The keys that work on every page. */
export default openPage({
  path: '/keys',
  may: 'signed in',
  title: 'Keys',
  form: form({}),
  load: async () => ({}),
  view: () => (
    <div class="narrow">
      <PageHead
        title="Keys"
        lead="They need a browser that runs scripts; everything works without them as well."
      />
      <Card>
        <DataTable caption="Keys that work on every page" columns={columns} rows={rows} />
        <p>
          <a href="/me/reading">Switch single keys off</a> in your reading preferences, if they get in your
          way.
        </p>
      </Card>
    </div>
  ),
});
