type Way = { readonly label: string; readonly href: string };

/** The ways out of a list: print and files, each with the same filters. Opens without script. */
export function ExportMenu({ ways }: { ways: readonly Way[] }) {
  return (
    <details class="filter" name="filter">
      <summary class="button second">Print or export</summary>
      <ul>
        {ways.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
