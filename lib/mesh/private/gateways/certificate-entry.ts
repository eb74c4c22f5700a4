import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { addRunbookEntry } from '../runbook/runbook-entries';
import { shellBlock } from '../runbook/shell';
import { findNamespace } from './find-namespace';
import type { EndedTlsIntent, GatewayTlsIntent } from './gateway-intent';

/** A gateway, as far as its certificate is concerned. */
export interface CertifiedGateway {
  /** `namespace/name` */
  readonly reference: string;
  readonly tls?: GatewayTlsIntent;
  readonly hostnames: readonly string[];
  readonly podLabels: Readonly<Record<string, string>>;
  /** namespace of the pods; undefined: not known here */
  readonly podNamespace?: string;
}

/** Puts into the runbook which Secret a gateway needs, in which namespace, if it needs one. */
export function addCertificateEntry(gateway: Construct, details: CertifiedGateway): void {
  const { tls } = details;
  const { certificates: topic } = Mesh.of(gateway)._provider.runbook;
  if (topic !== undefined && tls !== undefined && 'secret' in tls) {
    addRunbookEntry(gateway, { topic, title: details.reference, text: () => textOf(details, tls) });
  }
}

function textOf({ hostnames, podLabels, podNamespace }: CertifiedGateway, tls: EndedTlsIntent): string {
  const namespace = podNamespace ?? '"$NAMESPACE"';
  const names = hostnames.map(name => `\`${name}\``).join(', ');
  const place = podNamespace === undefined ? 'in the namespace of its pods, which the first command finds' : `in the namespace \`${podNamespace}\``;
  const type = tls.mode === 'simple' ? 'of type `kubernetes.io/tls`' : `which also has \`ca.crt\`, the authority of its clients (or a Secret \`${tls.secret}-cacert\` beside it has that)`;
  return [
    `Secret \`${tls.secret}\`, ${type}, ${place}. Its certificate is for ${names}.`,
    shellBlock(...podNamespace === undefined ? findNamespace(podLabels) : [], ...commands(tls, namespace)),
  ].join('\n\n');
}

function commands({ mode, secret }: EndedTlsIntent, namespace: string): string[] {
  const create = mode === 'simple'
    ? `kubectl create secret tls ${secret} -n ${namespace} --cert=tls.crt --key=tls.key`
    : `kubectl create secret generic ${secret} -n ${namespace} --from-file=tls.crt --from-file=tls.key --from-file=ca.crt`;
  return [
    '# whether it is there, until when it holds, and for which names',
    `kubectl get secret ${secret} -n ${namespace} -o jsonpath='{.data.tls\\.crt}' | base64 -d | openssl x509 -noout -enddate -ext subjectAltName`,
    '# create it, or put a new certificate in its place',
    `${create} --dry-run=client -o yaml | kubectl apply -f -`,
  ];
}
