/** What the examples say. */

// 24 November 2026, 12:00 UTC; the examples are to stay valid for as long as anyone will look at them
export const ISSUED = 1795521600;
export const IN_TWENTY_YEARS = ISSUED + 20 * 365 * 86400;

export const CLAIMS = {
  iss: 'https://id.example.com',
  sub: 'user-4711',
  aud: ['orders-api', 'billing-api'],
  iat: ISSUED,
  exp: IN_TWENTY_YEARS,
  name: 'Ada Example',
  roles: ['editor'],
};
