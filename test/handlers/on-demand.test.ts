import { describe, expect, it } from 'vitest';
import { onDemand } from '../../handlers/on-demand.ts';

describe('onDemand', () => {
  const names = { greet: true, part: true } as const;

  function counted() {
    let builds = 0;
    const adapter = {
      greet: (name: string) => Promise.resolve(`hello ${name}`),
      part: () => Promise.resolve('bye'),
    };
    const build = () => {
      builds += 1;
      return builds === 1 ? Promise.reject(new Error('no token')) : Promise.resolve(adapter);
    };
    return { adapter: onDemand(build, names), builds: () => builds };
  }

  it('builds nothing before it is called', () => {
    expect(counted().builds()).toBe(0);
  });

  it('builds once for all its calls, and again only after a failure', async () => {
    const { adapter, builds } = counted();

    await expect(adapter.greet('you')).rejects.toThrow('no token');
    expect(await adapter.greet('you')).toBe('hello you');
    expect(await adapter.part()).toBe('bye');
    expect(builds()).toBe(2);
  });
});
