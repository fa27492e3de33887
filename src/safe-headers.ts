import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const nobody = ["'none'"];
const ourselves = ["'self'"];

/** The library's own headers for our policy: nothing from elsewhere, nothing inline, no frame. */
const sample = (isSecure: boolean) =>
  new Hono()
    .use(
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: nobody,
          scriptSrc: ourselves,
          styleSrc: ourselves,
          fontSrc: ourselves,
          imgSrc: ourselves,
          connectSrc: ourselves,
          formAction: ourselves,
          frameAncestors: nobody,
          baseUri: nobody,
        },
        strictTransportSecurity: isSecure ? 'max-age=31536000; includeSubDomains' : false,
        xFrameOptions: 'DENY',
        referrerPolicy: 'same-origin',
      }),
    )
    .get('/', (web) => web.body(null))
    .request('/');

/**
 * Puts the headers on before the answer is made: put on afterwards, as the library does, they make the server build each
 * page's answer twice.
 */
export function safeHeaders(isSecure: boolean): MiddlewareHandler {
  const made = Promise.resolve(sample(isSecure)).then((answer) => [...answer.headers]);
  return async (web, next) => {
    for (const [name, value] of await made) web.header(name, value);
    await next();
  };
}
