import { missingPeer } from '../../lib/cli/load-import-yaml';

const missing = (name: string): Error => Object.assign(new Error(`Cannot find module '${name}'\nRequire stack:`), { code: 'MODULE_NOT_FOUND' });

test.each([
  [missing('cdk8s'), 'cdk8s'],
  [missing('cdk8s-plus-28/lib/pod'), 'cdk8s-plus-28'],
  [missing('constructs'), 'constructs'],
  [missing('cdk8s-other'), undefined],
  [missing('./import-yaml-command.cjs'), undefined],
  [new Error('Cannot find module \'cdk8s\''), undefined],
])('%s', (error, peer) => {
  expect(missingPeer(error)).toBe(peer);
});
