import { jwtVerify, SignJWT } from 'jose';

/** A person signs in again after half a day: longer than a shift, shorter than a lost telephone matters. */
export const TOKEN_SECONDS = 12 * 60 * 60;

const ISSUER = 'bihuan';
const AUDIENCE = 'bihuan-api';

/** A token says who somebody is and nothing else: offices are read from PostgreSQL at each request. */
export async function signToken(person: string, secret: Uint8Array): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setSubject(person)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_SECONDS}s`)
    .sign(secret);
}

/** The person a token stands for; undefined if it is not ours or is over. */
export async function personOf(token: string, secret: Uint8Array): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      typ: 'at+jwt',
      issuer: ISSUER,
      audience: AUDIENCE,
    });
    return payload.sub;
  } catch {
    return undefined;
  }
}
