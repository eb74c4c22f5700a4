import { Linkerd } from '../../lib';

test('says what it is like', () => {
  const { clusterDomain, cni, description, rootNamespace, trustDomain } = Linkerd.mesh() as Linkerd;
  expect({ clusterDomain, cni, description, rootNamespace, trustDomain }).toEqual({
    clusterDomain: 'cluster.local', cni: false, description: 'Linkerd', rootNamespace: 'linkerd', trustDomain: 'cluster.local',
  });
});

test('fails on a domain that is none', () => {
  expect(() => Linkerd.mesh({ trustDomain: 'Corp' })).toThrow(/^mesh: trustDomain: "Corp" is not a domain name\. /);
});
