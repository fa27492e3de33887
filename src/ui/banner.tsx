import type { ComponentChildren } from 'preact';

/** `success` says that a deed was done and is read out at once; `important` stands there to be read. */
export function Banner({
  kind = 'important',
  titleId = 'govuk-notification-banner-title',
  children,
}: {
  kind?: 'success' | 'important' | undefined;
  /** Needed where a page has two. */
  titleId?: string | undefined;
  children: ComponentChildren;
}) {
  const isSuccess = kind === 'success';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it can have take a name
    <div
      class={
        isSuccess
          ? 'govuk-notification-banner govuk-notification-banner--success'
          : 'govuk-notification-banner'
      }
      role={isSuccess ? 'alert' : 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={titleId}>
          {isSuccess ? 'Success' : 'Important'}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{children}</p>
      </div>
    </div>
  );
}
