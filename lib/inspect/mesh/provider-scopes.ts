import { scopesOf } from './hosts';
import type { Resource } from './resource';

/** The annotation by which a Service says what other kinds say in `exportTo`. */
const EXPORT_TO = 'networking.istio.io/exportTo';

/** Whom a Service or ServiceEntry shows itself to: `*` for all namespaces, else their names. */
export function providerScopes({ kind, annotations, spec, namespace }: Resource): readonly string[] {
  const exportTo = kind === 'Service' ? annotations[EXPORT_TO]?.split(',').map(one => one.trim()) ?? [] : spec.at('exportTo').texts;
  return scopesOf(exportTo, namespace);
}
