/** The first thing that Tab meets: past the navigation, to the page itself. */
export function SkipLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} class="govuk-skip-link" data-module="govuk-skip-link">
      {children}
    </a>
  );
}
