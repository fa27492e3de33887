/** The way back to where this page was opened from. */
export function BackLink({ href, children = 'Back' }: { href: string; children?: string | undefined }) {
  return (
    <a href={href} class="govuk-back-link">
      {children}
    </a>
  );
}
