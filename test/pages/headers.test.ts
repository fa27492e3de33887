import { describe, expect, it } from 'vitest';
import * as given from '../given.ts';
import { password, withPassword } from '../given-identity.ts';
import { browser } from '../http.ts';
import { app } from '../worker-database.ts';

describe('what every answer carries', () => {
  it.each(['/sign-in', '/pupils', '/no-such-page', '/health'])(
    'a strict policy, and no store: %s',
    async (path) => {
      const { headers } = await browser().get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
    },
  );

  it('no inline script and no inline style, on the register', async () => {
    const school = await given.school();
    const { browser: senco } = await given.person(school, 'senco');
    const { $ } = await senco.get('/pupils');
    expect($('[style], style, script:not([src]), [onclick], [onload]').length).toBe(0);
  });

  it('a cookie that no script can read', async () => {
    const account = await withPassword();
    const answer = await app.request('http://localhost:3000/sign-in', {
      method: 'POST',
      headers: { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: account.email, password }),
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  it('a clear sentence for a body that is too large, before it is read', async () => {
    const { status, text } = await browser().post('/sign-in', {
      email: 'x'.repeat(2 * 1024 * 1024),
      password: 'y',
    });
    expect(status).toBe(413);
    expect(text).toContain('larger than 1 MB');
  });
});
