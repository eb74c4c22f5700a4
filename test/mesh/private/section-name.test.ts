import { sectionName } from '../../../lib/mesh/private/section-name';

test('[F040] each hostname has a listener of its own, called by a label of DNS', () => {
  const long = `${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`;
  const hostnames = ['shop.example.com', '*.example.com', '*', 'a-b.com', 'a.b.com', 'a--b.com', 'wildcard.example.com', long, `x${long}`];
  const names = hostnames.map(hostname => sectionName('https', hostname));
  expect(names).toEqual([
    'https-shop-example-com', 'https-wildcard-example-com', 'https', 'https-a--b-com', 'https-a-b-com', 'https-a----b-com',
    expect.stringMatching(/^https-wildcard-example-com-[0-9a-f]{8}$/), expect.stringMatching(/^https-a{48}-[0-9a-f]{8}$/), expect.stringMatching(/^https-xa{47}-[0-9a-f]{8}$/),
  ]);
  expect(names.filter(name => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name))).toEqual([]);
});
