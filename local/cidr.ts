import { BlockList, isIP } from 'node:net';
import { InvalidEventPatternError } from './invalid-event-pattern-error.ts';
import type { ValueTest } from './string-operators.ts';

/** An address inside a block such as `10.0.0.0/24` or `2001:db8::/32`. */
export function cidr(block: string, path: string): ValueTest {
  const [address = '', bits = '', ...rest] = block.split('/');
  const family = familyOf(address);
  const width = family === 'ipv4' ? 32 : 128;
  if (!family || rest.length > 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > width) {
    throw new InvalidEventPatternError(path, `expected a CIDR block, found "${block}"`);
  }

  const blocks = new BlockList();
  blocks.addSubnet(address, Number(bits), family);
  return (value) => typeof value === 'string' && blocks.check(value, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  if (version === 0) return null;
  return version === 4 ? 'ipv4' : 'ipv6';
}
