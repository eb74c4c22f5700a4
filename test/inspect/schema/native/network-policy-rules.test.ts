import { judgeAll } from '../../../support/judge-native';

const judge = (rule: object): readonly string[] => judgeAll('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {}, ingress: [rule] });

test('ports have numbers, names and ranges', () => {
  expect(judge({ ports: [{ port: '80' }, { port: 80, endPort: 79 }, { port: 'http', endPort: 80 }, { port: 80, endPort: 70000 }, { port: 80, endPort: 90 }] })).toEqual([
    'spec.ingress[0].ports[0].port: format: the port name "80" is invalid: it needs at least one letter; write the number without quotes: port: 80',
    'spec.ingress[0].ports[1].endPort: mismatch: endPort 79 is less than port 80 (at least port)',
    'spec.ingress[0].ports[2].endPort: mismatch: endPort is set, but port is not a number (a numeric port)',
    'spec.ingress[0].ports[3].endPort: bounds: endPort is 70000 (1 to 65535)',
  ]);
});

test('a peer is something, and a block stands alone', () => {
  expect(judge({ from: [{}, { podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }, { podSelector: {}, namespaceSelector: {} }] })).toEqual([
    'spec.ingress[0].from[0]: one-of: the peer is empty (podSelector, namespaceSelector or ipBlock)',
    'spec.ingress[0].from[1]: one-of: podSelector and ipBlock are mutually exclusive (ipBlock in a separate item)',
  ]);
});

test('a block is a range', () => {
  expect(judge({ from: [{ ipBlock: { cidr: '10.0.0.1', except: ['10.0.0.2'] } }] })).toEqual([
    'spec.ingress[0].from[0].ipBlock.cidr: format: invalid cidr "10.0.0.1" (a range of addresses such as 10.0.0.0/8); write 10.0.0.1/32',
    'spec.ingress[0].from[0].ipBlock.except[0]: format: invalid except "10.0.0.2" (a range of addresses such as 10.0.0.0/8); write 10.0.0.2/32',
  ]);
});

test('what is left out of a block is a part of it', () => {
  const leftOut = (cidr: string, ...except: readonly string[]): readonly string[] =>
    judge({ from: [{ ipBlock: { cidr, except } }] }).map(line => line.replace('spec.ingress[0].from[0].ipBlock.', ''));
  expect(leftOut('10.0.0.0/8', '192.168.0.0/16', '10.1.0.0/16', '10.0.0.0/8', '0.0.0.0/0', 'fd00::/16')).toEqual([
    'except[0]: mismatch: 192.168.0.0/16 is not within the cidr 10.0.0.0/8 (a smaller range within the cidr)',
    'except[2]: mismatch: 10.0.0.0/8 excludes the whole cidr 10.0.0.0/8 (a smaller range within the cidr)',
    'except[3]: mismatch: 0.0.0.0/0 excludes the whole cidr 10.0.0.0/8 (a smaller range within the cidr)',
    'except[4]: mismatch: fd00::/16 is not within the cidr 10.0.0.0/8 (a smaller range within the cidr)',
  ]);
  expect(leftOut('010.5.0.0/8', '10.1.0.0/16', '::ffff:10.1.0.0/112')).toEqual([]);
  expect(leftOut('a', '10.1.0.0/16')).toEqual(['cidr: format: invalid cidr "a" (a range of addresses such as 10.0.0.0/8)']);
});

test('labels have a form', () => {
  expect(judge({ from: [{ podSelector: { matchLabels: { a: 'b c' } } }] })).toEqual([
    'spec.ingress[0].from[0].podSelector.matchLabels.a: format: the label value "b c" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});
