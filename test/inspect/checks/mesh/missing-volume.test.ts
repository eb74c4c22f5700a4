import { gatewayCredentialsCheck } from '../../../../lib/inspect/checks/istio/gateway-credentials';
import { missingVolumeCheck } from '../../../../lib/inspect/checks/mesh/missing-volume';
import { deployment, documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const SERVER = '{hosts: [a.example.com], port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: key}}';

const checks = [missingVolumeCheck];
const everything = { checks, set: { complete: true } };

function mounting(...volumes: readonly string[]): string {
  return deployment('shop/web', 'app: web', `volumes: [${volumes.join(', ')}]`);
}

function object(kind: string, name: string, apiVersion = 'v1'): string {
  return flowObject(apiVersion, kind, [name, '']);
}

test('a ConfigMap and a Secret that are not there are found where they stand', () => {
  expect(found(mounting('{name: a, configMap: {name: settings}}', '{name: b, secret: {secretName: key}}'), everything)).toEqual([
    'MESH099 missing-volume | Deployment shop/web | spec.template.spec.volumes[0].configMap.name | ConfigMap shop/settings is not in the input, and pods do not start without it',
    'MESH099 missing-volume | Deployment shop/web | spec.template.spec.volumes[1].secret.secretName | Secret shop/key is not in the input, and pods do not start without it',
  ]);
});

test('so are those of a projected volume', () => {
  const volume = '{name: a, projected: {sources: [{serviceAccountToken: {path: token}}, {configMap: {name: settings}}, {secret: {name: key}}]}}';
  expect(judge(mounting(volume), everything).findings.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
    'error spec.template.spec.volumes[0].projected.sources[1].configMap.name', 'error spec.template.spec.volumes[0].projected.sources[2].secret.name',
  ]);
});

test('one of another namespace is none', () => {
  const elsewhere = documents(mounting('{name: a, configMap: {name: settings}}'), object('ConfigMap', 'other/settings'));
  expect(found(elsewhere, everything)).toHaveLength(1);
});

test('the repair says how to say that somebody else creates it', () => {
  expect(judge(mounting('{name: a, secret: {secretName: key}}'), everything).findings[0].repair)
    .toBe("add the Secret or what makes it, mark the volume as optional, or pass --assume 'Secret shop/key' if it is created elsewhere");
});

describe('nothing is said of', () => {
  test.each([
    ['what is there', documents(mounting('{name: a, configMap: {name: settings}}', '{name: b, secret: {secretName: key}}'), object('ConfigMap', 'shop/settings'), object('Secret', 'shop/key'))],
    ['what may be missing', mounting('{name: a, configMap: {name: settings, optional: true}}', '{name: b, secret: {secretName: key, optional: true}}')],
    ['what may be missing of a projected volume', mounting('{name: a, projected: {sources: [{configMap: {name: settings, optional: true}}, {secret: {name: key, optional: true}}]}}')],
    ['what others make of a projected volume', documents(
      mounting('{name: a, projected: {sources: [{secret: {name: key}}]}}'), flowObject('bitnami.com/v1alpha1', 'SealedSecret', ['shop/key', '']),
    )],
    ['what controllers make everywhere', mounting('{name: a, configMap: {name: kube-root-ca.crt}}', '{name: b, projected: {sources: [{configMap: {name: istio-ca-root-cert}}]}}')],
    ['what a bundle of authorities makes', documents(mounting('{name: a, configMap: {name: authorities}}'), '{apiVersion: trust.cert-manager.io/v1alpha1, kind: Bundle, metadata: {name: authorities}}')],
    ['what cert-manager makes', documents(mounting('{name: b, secret: {secretName: key}}'), flowObject('cert-manager.io/v1', 'Certificate', ['shop/web', 'secretName: key']))],
    ['other volumes', mounting('{name: a, emptyDir: {}}', '{name: b}', '{name: c, configMap: {}}')],
    ['what an object says to be elsewhere', documents(
      mounting('{name: a, configMap: {name: settings}}'),
      '{apiVersion: v1, kind: Service, metadata: {namespace: shop, name: web, annotations: {cdk8s-mesh/provides: ConfigMap shop/settings}}, spec: {ports: [{port: 80}]}}',
    )],
    ['pods that another object makes', flowObject('v1', 'Pod', ['shop/web-1', 'containers: [{name: web}], volumes: [{name: a, configMap: {name: settings}}]'],
      'ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: u}]')],
  ])('%s', (_, yaml) => {
    expect(found(yaml, everything)).toEqual([]);
  });

  test('what is assumed', () => {
    expect(found(mounting('{name: b, secret: {secretName: key}}'), { checks, set: { complete: true, assumed: ['Secret shop/key'] } })).toEqual([]);
  });
});

test('a Secret is as grave as that of a gateway, in a volume of any kind', () => {
  const gateway = flowObject('networking.istio.io/v1', 'Gateway', ['shop/edge', `selector: {app: web}, servers: [${SERVER}]`]);
  const yaml = documents(gateway, mounting('{name: a, secret: {secretName: key}}', '{name: b, projected: {sources: [{secret: {name: key}}]}}'));
  const { findings } = judge(yaml, { checks: [missingVolumeCheck, gatewayCredentialsCheck], set: { complete: true } });
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error IST0101', 'error MESH099', 'error MESH099']);
});

test('where the input is not everything there is, it is not decided', () => {
  const { findings, undecided } = judge(mounting('{name: a, configMap: {name: settings}}'), { checks });
  expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], ['ConfigMap shop/settings']]);
});
