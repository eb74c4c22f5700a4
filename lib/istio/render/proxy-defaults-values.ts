import type { InstallValues, ProxyDefaultsIntent } from '../../mesh/private/platform/install-intent';
import type { ProxyResourcesIntent } from '../../mesh/private/pods/pod-intent';

/** What holds for all proxies, as values of the Helm chart `istiod`. @throws when they would not mean what was said */
export function proxyDefaultsValues(defaults: ProxyDefaultsIntent = {}, place: string): InstallValues {
  const { annotations, resources, skipJobs } = defaults;
  return {
    global: { proxy: { resources: resources && resourcesValues(resources, place) } },
    sidecarInjectorWebhook: {
      injectedAnnotations: annotations && requireUnread(annotations, place),
      // Kubernetes puts this label on the pods of every Job. A pod that asks for a proxy by a label of its own is not asked for this one.
      neverInjectSelector: skipJobs === true ? [{ matchExpressions: [{ key: 'job-name', operator: 'Exists' }] }] : undefined,
    },
  };
}

/** The injector adds them when it has read those of the pod. */
function requireUnread(annotations: Readonly<Record<string, string>>, place: string): Readonly<Record<string, string>> {
  const read = Object.keys(annotations).find(name => /^([a-z0-9-]+\.)*istio\.io\//.test(name));
  if (read !== undefined) {
    throw new Error(`${place}: "${read}" would come after the proxy that it configures, and have no effect. Annotate the pods: version.deployment.podMetadata.addAnnotation.`);
  }
  return { ...annotations };
}

/** Helm adds its own limits to what names none. */
function resourcesValues({ cpu, memory, cpuLimit, memoryLimit }: ProxyResourcesIntent, place: string): InstallValues {
  if (cpuLimit === undefined || memoryLimit === undefined) {
    throw new Error(`${place}: resources without a limit get that of the Helm chart, 2000m of CPU and 1024Mi of memory. Set both: ProxyResources.of({ cpu, memory, cpuLimit, memoryLimit }).`);
  }
  return { limits: { cpu: cpuLimit, memory: memoryLimit }, requests: { cpu, memory } };
}
