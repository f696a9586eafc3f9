import { BlockList, isIP } from 'node:net';
import type { TrustsProxy } from './address.ts';

const RANGES: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};
const MOST_KNOWN = 1000;

/** Whether an address is among the operator's proxies: addresses, ranges, or `loopback`, `linklocal`, `uniquelocal`. */
export function trustsProxies(proxies: readonly string[]): TrustsProxy {
  if (proxies.length === 0) return () => false;
  const list = new BlockList();
  for (const entry of proxies.flatMap((proxy) => RANGES[proxy] ?? [proxy])) addTo(list, entry);
  const known = new Map<string, boolean>();
  return (address) => {
    const found = known.get(address);
    if (found !== undefined) return found;
    const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
    const version = isIP(plain);
    const trusted = version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
    if (known.size < MOST_KNOWN) known.set(address, trusted);
    return trusted;
  };
}

function addTo(list: BlockList, entry: string): void {
  const [network = '', bits] = entry.split('/', 2);
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(network, family);
  else list.addSubnet(network, Number(bits), family);
}
