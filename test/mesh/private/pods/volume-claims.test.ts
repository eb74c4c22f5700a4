import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-28';
import { claimTemplate, requireClaims } from '../../../../lib/mesh/private/pods/volume-claims';
import { VolumeClaim } from '../../../../lib/mesh/volume-claim';

const DATA: VolumeClaim = { name: 'data', mountPath: '/var/lib/data', size: Size.gibibytes(10) };

test('a claim asks for gibibytes where they are whole, and for one pod that writes', () => {
  expect([DATA, { ...DATA, size: Size.mebibytes(1500), storageClass: 'fast', accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY }].map(claimTemplate)).toEqual([
    { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: { value: '10Gi' } } } } },
    { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: { value: '1500Mi' } } }, storageClassName: 'fast' } },
  ]);
});

test.each<[Partial<VolumeClaim>, string]>([
  [{ name: 'my_data' }, 'shop/db: "my_data" is not a valid volume name. Use lowercase letters, digits and inner hyphens, and at most 63 characters.'],
  [{ mountPath: '/' }, 'shop/db, volume "data": "/" is not a valid mount path. Use an absolute path without ":" and "..", such as "/var/lib/data".'],
  [{ mountPath: '/var/../etc' }, 'shop/db, volume "data": "/var/../etc" is not a valid mount path. Use an absolute path without ":" and "..", such as "/var/lib/data".'],
  [{ mountPath: '/a:b' }, 'shop/db, volume "data": "/a:b" is not a valid mount path. Use an absolute path without ":" and "..", such as "/var/lib/data".'],
  [{ size: Size.kibibytes(10) }, 'shop/db, volume "data": its size cannot be 10Ki. Use whole mebibytes, at least one, such as Size.gibibytes(10).'],
])('fails on %j', (wrong, message) => {
  expect(() => requireClaims([{ ...DATA, ...wrong }], 'shop/db')).toThrow(new Error(message));
});

test('fails on two with a name or a path in common', () => {
  expect(() => requireClaims([DATA, { ...DATA, mountPath: '/more' }], 'shop/db'))
    .toThrow(new Error('shop/db: two volumes are called "data", or mounted at /more. Give each its own name and path.'));
  expect(() => requireClaims([DATA, { ...DATA, name: 'more' }], 'shop/db')).toThrow(/two volumes are called "more", or mounted at \/var\/lib\/data\./);
  expect(() => requireClaims([DATA, { ...DATA, name: 'more', mountPath: '/more' }], 'shop/db')).not.toThrow();
});
