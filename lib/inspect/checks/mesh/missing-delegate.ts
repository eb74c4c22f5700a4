import type { Field } from '../../mesh/field';
import { scopesOf } from '../../mesh/hosts';
import { VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const missingDelegate = meshRule('MESH086', 'error', ['missing-delegate', 'A route delegates to a VirtualService that does not exist, or cannot be a delegate.']);

/** Routes that istiod drops, since nobody takes their requests. */
export const missingDelegateCheck = defineCheck({
  rules: [missingDelegate],
  kinds: [VIRTUAL_SERVICE],
  fields: ['delegate'],
  reads: ['Service'],
  * judge(virtualService, { set }) {
    const { namespace } = virtualService;
    for (const delegate of httpEntries(virtualService).map(entry => entry.at('delegate')).filter(({ isSet }) => isSet)) {
      const name = delegate.at('name').text ?? '';
      const theirs = delegate.at('namespace').isFilled ? delegate.at('namespace').text ?? '' : namespace;
      const found = set.find(VIRTUAL_SERVICE, theirs, name);
      if (found !== undefined) {
        yield* judgeFound(delegate, found, namespace);
      } else if (name !== '' && theirs !== '' && !set.knows(VIRTUAL_SERVICE, theirs, name)) {
        yield* judgeMissing(set, delegate, { namespace: theirs, name });
      }
    }
  },
});

function* judgeFound(delegate: Field, { spec, fullName, namespace }: Resource, asking: string): Judgement {
  const scopes = scopesOf(spec.at('exportTo').texts, namespace);
  if (spec.at('hosts').isFilled) {
    yield {
      rule: missingDelegate,
      path: delegate.at('name').path,
      message: `VirtualService ${fullName} has hosts, so it cannot be a delegate: istiod drops the route`,
      repair: 'remove its hosts and gateways, or delegate to one without hosts',
    };
  } else if (!scopes.includes('*') && !scopes.includes(asking)) {
    yield {
      rule: missingDelegate,
      path: delegate.at('name').path,
      message: `VirtualService ${fullName} is not exported to namespace ${asking}: istiod drops the route`,
      repair: `add ${asking} to its exportTo`,
    };
  }
}

function* judgeMissing(set: ObjectSet, delegate: Field, { namespace, name }: { readonly namespace: string; readonly name: string }): Judgement {
  if (!isRepresented(set, namespace) || !(set.settings.complete || namespacesWithRoutes(set).has(namespace))) {
    yield { undecided: missingDelegate, unknown: `namespace ${namespace}` };
    return;
  }
  yield {
    rule: missingDelegate,
    path: delegate.at('name').path,
    message: `there is no VirtualService ${namespace}/${name} to delegate to: istiod drops the route`,
    repair: 'correct the name, or add it',
  };
}

/** The namespaces of which a set shows any VirtualService. */
const namespacesWithRoutes = perSet((set): ReadonlySet<string> => new Set(set.of(VIRTUAL_SERVICE).map(({ namespace }) => namespace)));
