import { buildTables } from '../../lib/inspect/schema/build-tables';
import { Crd } from './crd';
import type { Facts } from './facts';

/** The schema tables that the offline checks load: path below imports/ to text. */
export function generateTables(crds: readonly Crd[], { builtins, istioHistory }: Pick<Facts, 'builtins' | 'istioHistory'>): ReadonlyMap<string, string> {
  const tables = buildTables({ crds, builtins: JSON.parse(builtins.text), istioHistory: JSON.parse(istioHistory.text) });
  return new Map([...tables].map(([file, text]) => [`schemas/${file}`, text]));
}
