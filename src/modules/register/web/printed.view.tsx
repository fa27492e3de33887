/** Said on every sheet of the register: who printed it and when. */
export function Printed({ by, at, what }: { by: string; at: string; what: string }) {
  return <p class="on-paper">{`Printed by ${by} on ${at}: ${what}, confidential`}</p>;
}
