import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { leadingTo } from '../../../mesh/private/access/told-hosts';
import type { ApplicationTelemetry } from '../../application-telemetry';
import { OtlpProtocol } from '../../otlp-protocol';

/** Where an application finds the collector. */
export interface OtlpAddress {
  /** the name of the environment that the collector is rendered for; undefined outside of any */
  readonly environment?: string;
  readonly host: string;
  readonly port: number;
}

/**
 * The variables that the SDKs of OpenTelemetry read. The name and the namespace of the pod are those of `POD_NAME` and `POD_NAMESPACE`, which every
 * container of a service has.
 *
 * @throws when a name or an attribute is none
 */
export function applicationEnv({ environment: known, host, port }: OtlpAddress, said: ApplicationTelemetry, place: string): Record<string, EnvValue> {
  const { attributes = {}, environment = known, protocol = OtlpProtocol.GRPC, sampling, serviceName } = said;
  if (serviceName.trim() === '') {
    throw new Error(`${place}: the application has no name. Set serviceName.`);
  }
  const resource = {
    'service.namespace': '$(POD_NAMESPACE)',
    'service.instance.id': '$(POD_NAME)',
    'k8s.namespace.name': '$(POD_NAMESPACE)',
    'k8s.pod.name': '$(POD_NAME)',
    'k8s.pod.ip': '$(POD_IP)',
    ...(environment === undefined ? {} : { 'deployment.environment.name': attributeValue(environment) }),
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [requireAttribute(name, place), attributeValue(value)])),
  };
  const values = {
    OTEL_SERVICE_NAME: serviceName,
    OTEL_RESOURCE_ATTRIBUTES: Object.entries(resource).map(pair => pair.join('=')).join(','),
    OTEL_EXPORTER_OTLP_ENDPOINT: leadingTo(host, EnvValue.fromValue(`http://${host}:${port}`)),
    OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
    OTEL_PROPAGATORS: 'tracecontext,baggage',
    ...(sampling === undefined ? {} : { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: `${sampling.value / 100}` }),
  };
  return {
    POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP),
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? EnvValue.fromValue(value) : value])),
  };
}

function requireAttribute(name: string, place: string): string {
  if (!/^[^\s,=%]+$/.test(name)) {
    throw new Error(`${place}: "${name}" is not a valid attribute name. Write it without spaces, "," and "=", such as "service.version".`);
  }
  return name;
}

/** Values are percent-decoded by who reads them; Kubernetes would put a variable in for `$(`. */
function attributeValue(value: string): string {
  return value.replace(/[%,=\s]/g, character => encodeURIComponent(character)).replaceAll('$(', '$$$$(');
}
