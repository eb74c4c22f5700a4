import { ISTIO_ANNOTATIONS, IstioAnnotation } from '../../../../imports/istio-annotations';
import type { Fix } from '../../fix/fix';
import { isObject } from '../../is-object';
import type { Field } from '../../mesh/field';
import { ISTIO_LABELS } from '../../mesh/istio-labels';
import { INJECT } from '../../mesh/mesh-membership';
import type { ObjectSet } from '../../mesh/object-set';
import { runsInSet } from '../../mesh/pods';
import { PROXY_CONFIG_ANNOTATION } from '../../mesh/proxy-configs';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS, workloadOf } from '../../mesh/workloads';
import { readDocument } from '../../model/read-document';
import { nearlySpelled } from '../../nearest';
import type { ObjectPath } from '../../schema/violation';
import { defineCheck, Judgement } from '../check';
import type { KnownProblem } from '../draft';
import { labelOfAnnotation } from '../label-of-annotation';
import { problemOfValue } from './annotation-values';
import { istioRule } from './istio-rules';
import { wrongSettings } from './proxy-settings';

const rules = {
  misplaced: istioRule('IST0107', 'warning', ['misplaced-annotation', 'An Istio annotation is on an object where Istio does not read it.']),
  unknown: istioRule('IST0108', 'warning', ['unknown-annotation', 'An annotation has an Istio prefix, but Istio does not know it.']),
  invalid: istioRule('IST0125', 'warning', ['invalid-annotation', 'An Istio annotation has a value that Istio does not accept.']),
  deprecated: istioRule('IST0135', 'info', ['deprecated-annotation', 'An Istio annotation is deprecated.']),
};
const alpha = istioRule('IST0136', 'info', ['alpha-annotation', 'An Istio annotation is alpha, and may change.']);

const KINDS = ['Namespace', 'Service', 'Pod', 'apps/Deployment'];

/** Annotations of Istio: whether it knows them, reads them there, and takes their values. Templates stand in for pods that are not shown. */
export const annotationsCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'annotations.K8sAnalyzer',
  kinds: [...new Set([...KINDS, ...WORKLOAD_KINDS])],
  fields: ['annotations'],
  * judge(resource, { set }) {
    for (const holder of holdersOf(set, resource)) {
      for (const [name, place] of annotationsOfIstio(holder.metadata)) {
        yield* judgeAnnotation(holder, place, knownAnnotation(name));
      }
    }
  },
});

/** What has annotations: an object, or the pods that it makes. */
interface Holder {
  readonly kind: string;
  readonly metadata: Field;
  readonly isTemplate: boolean;
}

function holdersOf(set: ObjectSet, resource: Resource): Holder[] {
  const { root, kind, reference } = resource;
  const isTemplate = kind !== 'Pod' && WORKLOAD_KINDS.includes(kind) && runsInSet(set, resource);
  return [
    ...KINDS.includes(kind) ? [{ kind: reference.kind ?? '', metadata: root.at('metadata'), isTemplate: false }] : [],
    ...isTemplate ? [{ kind: 'Pod', metadata: workloadOf(resource).pod.at('metadata'), isTemplate }] : [],
  ];
}

function* judgeAnnotation(holder: Holder, place: Field, known: IstioAnnotation | undefined): Judgement {
  if (known !== undefined) {
    yield* judgeKnown(holder, place, known);
    return;
  }
  const name = String(place.key);
  yield Object.hasOwn(ISTIO_LABELS, name) ? {
    rule: rules.unknown,
    path: place.path,
    message: `Istio reads ${name} only as a label, not as an annotation`,
    repair: labelRepair(holder.kind, ISTIO_LABELS[name]),
    fix: ISTIO_LABELS[name].includes(holder.kind) ? labelOfAnnotation(holder.metadata, name) : undefined,
  } : {
    rule: rules.unknown,
    path: place.path,
    message: `unknown Istio annotation ${name}`,
    repair: nameRepair(name),
  };
}

function labelRepair(kind: string, kinds: readonly string[]): string {
  if (kinds.includes(kind)) {
    return 'write it under labels instead of annotations';
  }
  return `write it as a label of ${kinds.includes('Pod') && kind === 'Deployment' ? 'the pod template' : kinds.join(' or ')}`;
}

function nameRepair(name: string): string {
  const [meant] = nearlySpelled(name, [...Object.keys(ISTIO_ANNOTATIONS), ...Object.keys(ISTIO_LABELS)], 1);
  if (meant === undefined) {
    return 'correct the name, or remove it';
  }
  return `write ${Object.hasOwn(ISTIO_ANNOTATIONS, meant) ? meant : `the label ${meant}`} if that is what you meant, or remove it`;
}

/** Annotations of Istio that are alpha. istioctl has this analyzer, and does not run it. */
export const alphaAnnotationsCheck = defineCheck({
  rules: [alpha],
  analyzer: 'annotations.AlphaAnalyzer',
  onRequest: true,
  kinds: KINDS,
  fields: ['annotations'],
  * judge(resource) {
    const isInjected = resource.spec.at('initContainers').items().some(container => container.at('name').text === 'istio-init');
    const ignored = resource.kind === 'Pod' && !isInjected ? OF_INJECTION : [];
    for (const [name, { path }] of annotationsOfIstio(resource.root.at('metadata'))) {
      if (knownAnnotation(name)?.status === 'Alpha' && !ignored.includes(name)) {
        yield { rule: alpha, path, message: `${name} is alpha, and may change with any release`, repair: 'expect to change it with Istio' };
      }
    }
  },
});

/** Annotations that Istio or its tools set themselves. */
const IGNORED = new Set(['sidecar.istio.io/status', 'gateway.istio.io/controller-version', 'istio.io/rev']);

/** Annotations that injection by the network plugin sets on pods. */
const OF_INJECTION = [
  'sidecar.istio.io/interceptionMode',
  'traffic.sidecar.istio.io/includeInboundPorts',
  'traffic.sidecar.istio.io/excludeInboundPorts',
  'traffic.sidecar.istio.io/includeOutboundIPRanges',
];

function annotationsOfIstio(metadata: Field): Array<[string, Field]> {
  return metadata.at('annotations').entries().filter(([name, { text }]) => text !== undefined && isOfIstio(name) && !IGNORED.has(name));
}

function isOfIstio(name: string): boolean {
  const [domain, ...rest] = name.split('/');
  return name === 'kubernetes.io/ingress.class' || (rest.length > 0 && domain.endsWith('istio.io'));
}

function knownAnnotation(name: string): IstioAnnotation | undefined {
  return Object.hasOwn(ISTIO_ANNOTATIONS, name) ? ISTIO_ANNOTATIONS[name] : undefined;
}

function* judgeKnown(holder: Holder, place: Field, { kinds, deprecated }: IstioAnnotation): Judgement {
  const { key, text = '', path } = place;
  const name = String(key);
  if (deprecated) {
    yield* judgeDeprecated(holder, name, path);
  }
  if (!kinds.includes('Any') && !kinds.includes(holder.kind)) {
    yield {
      rule: rules.misplaced,
      path,
      message: `Istio reads ${name} only on ${kinds.join(', ')}, not on a ${holder.kind}`,
      repair: kinds.includes('Pod') ? `move it to the metadata of the pod template${name === INJECT ? ', as a label' : ''}` : `move it to the ${kinds.join(' or the ')}`,
    };
    return;
  }
  if (name === PROXY_CONFIG_ANNOTATION) {
    yield* judgeProxyConfig(name, place);
    return;
  }
  const problem = problemOfValue(name, text);
  if (problem !== undefined) {
    yield invalid(name, { path, message: problem, repair: CORRECT });
  }
}

const CORRECT = 'correct the value';

function judgeProxyConfig(name: string, place: Field): KnownProblem[] {
  const { value, problems: [mistake] } = readDocument(place.text ?? '');
  const { path } = place;
  if (mistake !== undefined) {
    return [invalid(name, { path, message: mistake.message, repair: mistake.repair ?? CORRECT, within: mistake.offset })];
  }
  return value === undefined || value === null || isObject(value)
    ? wrongSettings(place.holding(value)).map(setting => invalid(name, setting))
    : [invalid(name, { path, message: 'the text is not a mapping', repair: CORRECT })];
}

function invalid(name: string, { message, ...more }: Omit<KnownProblem, 'rule'>): KnownProblem {
  return { rule: rules.invalid, message: `${name}: ${message}`, ...more };
}

const LABEL_OF_POD: Fix = [{ kind: 'move', path: ['metadata', 'annotations', INJECT], into: ['metadata', 'labels'] }];

/** The annotation for injection is not reported where the label stands, which wins, and of templates another rule speaks. */
function* judgeDeprecated({ metadata, kind, isTemplate }: Holder, name: string, path: ObjectPath): Judgement {
  if (name !== INJECT || (metadata.at('labels', INJECT).text === undefined && !isTemplate)) {
    const repair = name === INJECT ? `write it as a label of the pod${kind === 'Pod' ? '' : ' template'}` : 'remove it; the release notes name its replacement';
    const fix = name === INJECT && kind === 'Pod' ? LABEL_OF_POD : undefined;
    yield { rule: rules.deprecated, path, message: `the annotation ${name} is deprecated`, repair, fix };
  }
}
