export type Section = 'Today' | 'Pupils' | 'Provision' | 'Reviews' | 'Team' | 'Insight' | 'School';

export type TopBarProps = {
  readonly section?: Section | undefined;
  readonly nav: readonly { readonly label: string; readonly href: string }[];
  readonly school?: { readonly name: string; readonly href?: string | undefined } | undefined;
  readonly person?: { readonly name: string } | undefined;
  readonly canFind: boolean;
};

/** A real form: without script it is posted to the page that lists what was found. */
function FindPupil() {
  return (
    <search class="find">
      <form method="get" action="/find" data-find-pupil>
        <label class="govuk-visually-hidden" for="find-pupil">
          Find a pupil
        </label>
        <input
          id="find-pupil"
          name="q"
          type="text"
          placeholder="Find a pupil"
          autocomplete="off"
          autocapitalize="words"
          spellcheck={false}
          enterkeyhint="search"
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}

function Account({ school, person }: Pick<TopBarProps, 'school' | 'person'>) {
  return (
    <div class="account">
      {school && (school.href ? <a href={school.href}>{school.name}</a> : <span>{school.name}</span>)}
      {person && <a href="/me">{person.name}</a>}
    </div>
  );
}

/** The green bar: brand, navigation, the field that finds a pupil, the school and the person. */
export function TopBar({ section, nav, school, person, canFind }: TopBarProps) {
  return (
    <header class="top">
      <div class="in">
        <a class="brand" href="/">
          Sendero
        </a>
        {nav.length > 0 && (
          <nav aria-label="Main">
            {nav.map(({ label, href }) => (
              <a key={href} href={href} aria-current={label === section ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        )}
        {canFind && <FindPupil />}
        {(school || person) && <Account school={school} person={person} />}
      </div>
    </header>
  );
}
