/**
 * Fields that OpenAPI calls required and an API server 1.32 does not demand: their zero value is as good. Each was left out of an
 * otherwise valid object and the object was accepted; all other required fields of the kinds in the tables were refused when left out.
 */
const NOT_DEMANDED = new Set([
  'ConfigMapNodeConfigSource.kubeletConfigKey',
  'ConfigMapNodeConfigSource.name',
  'ConfigMapNodeConfigSource.namespace',
  'CustomResourceDefinitionVersion.served',
  'EndpointSlice.endpoints',
  'ForZone.name',
  'HTTPHeader.value',
  'ISCSIVolumeSource.lun',
  'LimitRangeSpec.limits',
  'NetworkPolicySpec.podSelector',
  'PodFailurePolicy.rules',
  'PreferredSchedulingTerm.preference',
  'RoleRef.apiGroup',
  'ScaleIOVolumeSource.secretRef',
  'StatefulSetSpec.serviceName',
  'Sysctl.value',
]);

/** Whether the API server refuses an object of this definition (`HTTPHeader`) without the field that OpenAPI calls required. */
export function isDemanded(definition: string, field: string): boolean {
  return !NOT_DEMANDED.has(`${definition}.${field}`);
}
