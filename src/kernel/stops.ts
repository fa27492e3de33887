/** The reasons to stop a request. Thrown anywhere, shown by one handler in `app.ts`. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}
/** Something must be said on another page first. `address` is of our own; where to come back to is added to it. */
export class SayFirst extends Error {
  override readonly name = 'SayFirst';
  readonly address: string;
  constructor(address: string) {
    super('say first');
    this.address = address;
  }
}
