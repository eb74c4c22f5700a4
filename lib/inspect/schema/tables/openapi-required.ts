/**
 * Fields that OpenAPI calls required and an API server 1.32 does not demand. Each was left out of an otherwise valid object and the object was
 * accepted; all other required fields of the kinds in the tables were refused when left out.
 *
 * Of one the verdict depends on the place: a PersistentVolumeClaim without `dataSource.kind` is accepted, and its source forgotten, while the same
 * type (TypedLocalObjectReference) is refused in an Ingress and in a volume of a pod. It stays demanded.
 */
const NOT_DEMANDED = new Set([
  // Their zero value is as good.
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
  // It has a default.
  'PodFailurePolicyOnPodConditionsPattern.status',
  // Parts of what 1.32 forgets without looking at it, unless a feature gate is opened.
  'ContainerResizePolicy.resourceName',
  'ContainerResizePolicy.restartPolicy',
  'PodResourceClaim.name',
  'ResourceClaim.name',
]);

/** Whether the API server refuses an object of this definition (`HTTPHeader`) without the field that OpenAPI calls required. */
export function isDemanded(definition: string, field: string): boolean {
  return !NOT_DEMANDED.has(`${definition}.${field}`);
}
