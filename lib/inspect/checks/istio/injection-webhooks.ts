import type { Field } from '../../mesh/field';
import { fitsSelector } from '../../mesh/label-selectors';
import { INJECT, INJECTION_LABEL, REVISION_LABEL } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import type { Labels } from '../../mesh/selectors';
import { defineCheck, Judgement } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  overlap: istioRule('IST0139', 'error', ['webhook-overlap', 'Two webhooks of Istio inject the same pods.']),
  service: istioRule('IST0139', 'error', ['webhook-service', 'A webhook of Istio calls a Service that does not exist.']),
};

const KIND = 'admissionregistration.k8s.io/MutatingWebhookConfiguration';

/** The webhooks by which Istio injects its proxies. */
export const injectionWebhooksCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'webhook.Analyzer',
  kinds: [KIND],
  reads: ['Service'],
  * judge(configuration, { set }) {
    for (const { hook, name } of isOfIstio(configuration) ? hooksOf(configuration) : []) {
      for (const others of overlaps(set).get(name) ?? []) {
        yield {
          rule: rules.overlap,
          path: hook.at('name').path,
          message: `the webhook matches pods that ${others} also matches, so they would be injected twice`,
          repair: 'remove one of the installations, or give each its own revision',
        };
      }
      yield* judgeService(hook, set);
    }
  },
});

function* judgeService(hook: Field, set: ObjectSet): Judgement {
  const service = hook.at('clientConfig', 'service');
  const [namespace = '', name = ''] = [service.at('namespace').text, service.at('name').text];
  if (!service.isSet || set.knows('Service', namespace, name)) {
    return;
  }
  yield isRepresented(set, namespace)
    ? {
        rule: rules.service,
        path: service.path,
        message: `Service ${namespace}/${name} for ${hook.at('name').text ?? 'the webhook'} is not in the input; without it, pods are created without proxy, or not at all`,
        repair: 'install the control plane, or remove the leftover webhook',
      }
    : { undecided: rules.service, unknown: `namespace ${namespace}` };
}

interface Hook {
  readonly hook: Field;
  /** `configuration/webhook` */
  readonly name: string;
}

function hooksOf(configuration: Resource): Hook[] {
  return configuration.root.at('webhooks').items().map(hook => ({ hook, name: `${configuration.name}/${hook.at('name').text ?? ''}` }));
}

function isOfIstio(configuration: Resource): boolean {
  return revisionsOf(configuration).length > 0 || hooksOf(configuration).some(({ name }) => name.endsWith('istio.io'));
}

function revisionsOf(configuration: Resource): string[] {
  const selectors = hooksOf(configuration).flatMap(({ hook }) => [hook.at('namespaceSelector'), hook.at('objectSelector')]);
  return [
    configuration.labels[REVISION_LABEL] ?? [],
    selectors.map(selector => selector.at('matchLabels').textMap[REVISION_LABEL] ?? []),
    selectors.flatMap(selector => selector.at('matchExpressions').items())
      .filter(expression => expression.at('key').text === REVISION_LABEL).map(expression => expression.at('values').texts),
  ].flat(2);
}

/** For each webhook those that take the same pods, one text for each group of them. */
const overlaps = perSet(set => {
  const configurations = set.of(KIND).filter(isOfIstio);
  const hooks = configurations.flatMap(hooksOf);
  const revisions = [...new Set(configurations.flatMap(revisionsOf))];
  const [namespaces, objects] = [[INJECTION_LABEL, 'enabled', 'disabled'], [INJECT, 'true', 'false']].map(labels => variants(labels, revisions));
  const found = new Map<string, Set<string>>();
  for (const namespace of namespaces) {
    const there = hooks.filter(({ hook }) => fitsSelector(hook.at('namespaceSelector'), namespace));
    for (const object of objects) {
      const names = [...new Set(there.filter(({ hook }) => fitsSelector(hook.at('objectSelector'), object)).map(({ name }) => name))];
      for (const name of names.length > 1 ? names : []) {
        found.set(name, (found.get(name) ?? new Set()).add(names.filter(other => other !== name).sort().join(', ')));
      }
    }
  }
  return found;
});

/** All labels that can decide on injection: a label that is not there or has one of two values, with each revision or none. */
function variants([key, ...values]: readonly string[], revisions: readonly string[]): Labels[] {
  const plain: Labels[] = [{}, ...values.map(value => ({ [key]: value }))];
  return [...plain, ...revisions.flatMap(revision => plain.map(labels => ({ ...labels, [REVISION_LABEL]: revision })))];
}
