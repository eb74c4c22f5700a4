import { isIPv4, isIPv6 } from 'node:net';

/** What is wrong with the value of an annotation of Istio; undefined when nothing is, or nobody looks. */
export function problemOfValue(annotation: string, value: string): string | undefined {
  return VALIDATORS[annotation]?.(value);
}

type Validator = (value: string) => string | undefined;

function either(expected: string, isValid: (value: string) => boolean): Validator {
  return value => (isValid(value) ? undefined : `"${value}" is not ${expected}`);
}

/** Each item of a list with commas. */
function list(expected: string, isItem: (item: string) => boolean, ...besides: readonly string[]): Validator {
  return value => {
    const wrong = besides.includes(value) ? undefined : value.split(',').find(item => !isItem(item));
    return wrong === undefined ? undefined : `"${wrong}" is not ${expected}`;
  };
}

const isUint16 = (text: string): boolean => /^\d{1,5}$/.test(text.trim()) && Number(text) <= 65_535;
const isUint32 = (text: string): boolean => /^\d{1,10}$/.test(text) && Number(text) <= 4_294_967_295;

function isCidr(text: string): boolean {
  const [address, bits = '', ...more] = text.split('/');
  const size = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return more.length === 0 && /^(?:0|[1-9]\d*)$/.test(bits) && Number(bits) <= size;
}

const QUANTITY = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+|[KMGTPE]i|[numkMGTPE])?$/;
const ports = (...besides: string[]): Validator => list('a port', isUint16, '', ...besides);
const interfaces = list('the name of a network interface', item => /^[^\s/]{1,15}$/.test(item.trim()));
const quantity = either('a quantity, such as 100m or 128Mi', value => QUANTITY.test(value));
const seconds = either('a whole number', isUint32);

const VALIDATORS: Readonly<Record<string, Validator | undefined>> = {
  'istio.io/reroute-virtual-interfaces': interfaces,
  'prometheus.istio.io/merge-metrics': either('true or false', value => /^(?:1|0|t|f|T|F|true|false|True|False|TRUE|FALSE)$/.test(value)),
  'readiness.status.sidecar.istio.io/failureThreshold': seconds,
  'readiness.status.sidecar.istio.io/initialDelaySeconds': seconds,
  'readiness.status.sidecar.istio.io/periodSeconds': seconds,
  'sidecar.istio.io/interceptionMode': either('REDIRECT, TPROXY or NONE', value => ['REDIRECT', 'TPROXY', 'NONE'].includes(value)),
  'sidecar.istio.io/proxyCPU': quantity,
  'sidecar.istio.io/proxyCPULimit': quantity,
  'sidecar.istio.io/proxyMemory': quantity,
  'sidecar.istio.io/proxyMemoryLimit': quantity,
  'status.sidecar.istio.io/port': either('a port', isUint16),
  'traffic.sidecar.istio.io/excludeInboundPorts': ports(),
  'traffic.sidecar.istio.io/excludeInterfaces': interfaces,
  'traffic.sidecar.istio.io/excludeOutboundIPRanges': list('a range of addresses, such as 10.0.0.0/8', isCidr, ''),
  'traffic.sidecar.istio.io/excludeOutboundPorts': ports(),
  'traffic.sidecar.istio.io/includeInboundPorts': ports('*'),
  'traffic.sidecar.istio.io/includeOutboundIPRanges': list('a range of addresses, such as 10.0.0.0/8', isCidr, '', '*'),
  'traffic.sidecar.istio.io/kubevirtInterfaces': interfaces,
};
