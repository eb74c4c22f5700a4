import { userVolumeCheck } from '../../../../lib/inspect/checks/mesh/user-volume';
import { judge } from '../../../support/judge';
import { deployment, kube, together, withReplicaSet } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const volume = (value: string): string => `sidecar.istio.io/userVolume: '${value}'`;
const mount = "sidecar.istio.io/userVolumeMount: '{\"ca\": {\"mountPath\": \"/ca\"}}'";
const pods = (...annotations: readonly string[]): string => deployment('shop/orders', { annotations: annotations.join(', ') });
const at = 'warning spec.template.metadata.annotations["sidecar.istio.io/userVolume"]:';
const ofMap = '{"ca": {"configMap": {"name": "ca"}}}';
const configMap = '{apiVersion: v1, kind: ConfigMap, metadata: {name: ca, namespace: shop}}';
const noConfigMap = `${at} the volume ca is the ConfigMap shop/ca, which is not in the input: pods do not start without it`;

ruleCases(userVolumeCheck, [
  ['a volume without mount', pods(volume('{"ca": {"emptyDir": {}}}')), [`${at} sidecar.istio.io/userVolumeMount is missing`]],
  ['a volume of a Deployment, and not of its ReplicaSet', withReplicaSet(pods(volume('{"ca": {"emptyDir": {}}}'))), [`${at} sidecar.istio.io/userVolumeMount is missing`]],
  ['a mount without volume', pods(mount), [
    'warning spec.template.metadata.annotations["sidecar.istio.io/userVolumeMount"]: sidecar.istio.io/userVolume is missing',
  ]],
  ['a list', pods(volume('[{"name": "ca"}]'), mount), [`${at} it is not a JSON object, and the injection template expects a mapping from names to their settings`]],
  ['what is no JSON', pods(volume('ca'), mount), [`${at} it is not a JSON object, and the injection template expects a mapping from names to their settings`]],
  ['a ConfigMap that is not there', pods(volume(ofMap), mount), [noConfigMap]],
  ['a ConfigMap of another namespace', together(pods(volume(ofMap), mount), configMap.replace('shop', 'lab')), [noConfigMap]],
  ['a Secret that is not there', pods(volume('{"ca": {"secret": {"secretName": "ca"}}}'), mount), [
    `${at} the volume ca is the Secret shop/ca, which is not in the input: pods do not start without it`,
  ]],
  ['a claim that is not there', pods(volume('{"ca": {"persistentVolumeClaim": {"claimName": "ca"}}}'), mount), [
    `${at} the volume ca is the PersistentVolumeClaim shop/ca, which is not in the input: pods do not start without it`,
  ]],
], [
  ['a volume with its mount', pods(volume('{"ca": {"emptyDir": {}}}'), mount)],
  ['a ConfigMap that is there', together(pods(volume(ofMap), mount), configMap)],
  ['a source that may be missing', pods(volume('{"ca": {"configMap": {"name": "ca", "optional": true}}}'), mount)],
  ['a Secret that a Certificate makes', together(
    pods(volume('{"ca": {"secret": {"secretName": "ca"}}}'), mount), kube('Certificate shop/ca', '{secretName: ca}'),
  )],
  ['pods without such annotations', pods()],
]);

test.each([
  ['{"ca": {"secret": {"secretName": "ca"}}}', "add the Secret or what makes it, mark the volume as optional, or pass --assume 'Secret shop/ca' if it is created elsewhere"],
  ['{"ca": {"persistentVolumeClaim": {"claimName": "ca"}}}', "add the PersistentVolumeClaim, or pass --assume 'PersistentVolumeClaim shop/ca' if it is created elsewhere"],
])('the repair of %s says how to say that it is elsewhere', (source, repair) => {
  expect(judge(pods(volume(source), mount), { checks: [userVolumeCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});
