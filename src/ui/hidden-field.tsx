/** A value that travels with the form and is not shown, like the version that the form was drawn from. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
