/** The three reasons to stop a request. Thrown anywhere, shown by one handler in `app.ts`. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}
