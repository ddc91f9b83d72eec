import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What endpoints may be. Closed networks name their own networks; nothing private is reached otherwise. */
export interface AddressRules {
  /** Networks that may be reached although they are not public, such as `10.20.0.0/16`. */
  networks: readonly string[];
  /** Plain http, for tests and for a closed network without certificates. */
  allowsHttp: boolean;
}

export type Resolve = (host: string) => Promise<LookupAddress[]>;

export type AddressFault = 'malformed' | 'notHttps' | 'holdsCredentials' | 'addressRefused' | 'nameUnknown';

const URL_MAX = 2_000;

/** Why an address cannot be an endpoint, as far as it shows without asking the name service. */
export function urlFault(text: string, rules: AddressRules): AddressFault | undefined {
  if (text.length > URL_MAX || !URL.canParse(text)) return 'malformed';
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol !== 'https:' && !(protocol === 'http:' && rules.allowsHttp)) return 'notHttps';
  if (username !== '' || password !== '') return 'holdsCredentials';
  const literal = literalOf(hostname);
  return literal !== undefined && !isReachable(literal, rules) ? 'addressRefused' : undefined;
}

/**
 * The addresses behind an endpoint, all of them allowed, or why not. Whoever connects must use exactly these: a name that
 * is asked twice may answer something else the second time (DNS rebinding).
 */
export async function checkedAddresses(
  url: URL,
  rules: AddressRules,
  resolve: Resolve = resolveAll,
): Promise<{ addresses: LookupAddress[] } | { fault: AddressFault }> {
  const fault = urlFault(url.href, rules);
  if (fault) return { fault };
  const literal = literalOf(url.hostname);
  if (literal) return { addresses: [{ address: literal, family: isIP(literal) }] };
  const addresses = await resolve(url.hostname).catch(() => []);
  if (addresses.length === 0) return { fault: 'nameUnknown' };
  // One private address among public ones is no oversight of anybody's.
  if (!addresses.every(({ address }) => isReachable(address, rules))) return { fault: 'addressRefused' };
  return { addresses };
}

/** Whether an address is public, or of a network that was allowed by name. */
export function isReachable(address: string, { networks }: AddressRules): boolean {
  // An IPv4 address in the clothes of IPv6 is judged as what it is.
  const parsed = ipaddr.process(address);
  const isAllowed = networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === parsed.kind() && parsed.match(base, bits);
  });
  if (isAllowed) return true;
  if (parsed.range() !== 'unicast') return false;
  // Of IPv6 only 2000::/3 is given out; the rest holds old ways to write an IPv4 address.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parse('2000::'), 3);
}

/** Whether a text names a network; a typing error in a setting must not open or close anything silently. */
export function isNetwork(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

function literalOf(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? undefined : bare;
}

function resolveAll(host: string): Promise<LookupAddress[]> {
  return lookup(host, { all: true, verbatim: true });
}
