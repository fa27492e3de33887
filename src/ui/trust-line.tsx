/** Said at the head of everything about a pupil to somebody who sees it for the trust alone. */
export function TrustLine({ isShown }: { isShown: boolean }) {
  return isShown ? (
    <p class="for-trust">You see this as trust SEND lead; the school sees that you did.</p>
  ) : null;
}
