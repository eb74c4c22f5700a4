import { hostObjectName } from '../../../../lib/mesh/private/hosts/host-object-name';

test.each([
  ['shop.example.com', 'edge.shop.example.com'], ['*.example.com', 'edge.wildcard.example.com'], ['*', 'edge.wildcard'],
  ['wildcard.example.com', 'edge.wildcard.example.com-b80722aa'], ['my.wildcard.example.com', 'edge.my.wildcard.example.com'],
])('the object for %s is called %s', (hostname, expected) => {
  expect(hostObjectName('edge', hostname)).toBe(expected);
});
