import { HostIndex } from '../../../lib/inspect/mesh/host-index';
import { hostsOverlap, isCovered } from '../../../lib/inspect/mesh/hosts';

const HOSTS = ['*', 'a.com', 'b.a.com', 'c.b.a.com', '*.a.com', '*a.com', '*.b.a.com', '*.com', 'com', 'a.org', '*.org', 'a.com'];

describe('hosts by what they meet', () => {
  const index = new HostIndex(HOSTS.map((host, place) => [host, place] as const));

  test.each([...new Set(HOSTS), 'x.com', '*.x.org', 'z', ''])('the same as a look at each host: "%s"', wanted => {
    const meeting = [...HOSTS.keys()].filter(place => hostsOverlap(HOSTS[place], wanted));
    const covering = [...HOSTS.keys()].filter(place => isCovered(wanted, HOSTS[place]));

    expect(index.meeting(wanted)).toEqual(meeting);
    expect(index.meets(wanted)).toBe(meeting.length > 0);
    expect(index.covered(wanted)).toEqual(covering);
  });

  test('meets nothing where nothing is', () => {
    expect(new HostIndex([['a.com', 1]]).meets('*.org')).toBe(false);
  });
});
